package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The page of {@code site --html}: whole in itself, and readable without eyes, colours or script.
 */
class A21_SitePageTest {
  private static final String SCENARIO =
      Tiny.YAML.replace("perPlane: 40", "perPlane: 12") + "radio: { gsoSeparationDeg: 2 }\n";

  @TempDir Path folder;
  private String page = "";
  private Outcome outcome = new Outcome(0, "", "");

  @BeforeEach
  void writePage() throws IOException {
    page = page("0.1,1", "--name", "<Côte & \"d'Ivoire\">", "polar", "-4.5,30");
  }

  private String page(String... places) throws IOException {
    String scenario = Tiny.write(folder, "scenario.yaml", SCENARIO);
    Path file = folder.resolve("page.html");
    List<String> args = new ArrayList<>(List.of("site"));
    args.addAll(List.of(places));
    args.addAll(List.of("--scenario", scenario, "--for", "3h", "--html", file.toString()));
    outcome = Run.run(args.toArray(String[]::new));
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.err()).isEqualTo("wrote " + file + System.lineSeparator());
    return Files.readString(file);
  }

  private static Document parsed(String page) {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      return builder.parse(new InputSource(new StringReader(page)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Element> all(Document document, String tag) {
    NodeList nodes = document.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  @Test
  void itRefersToNothingOutsideItself() {
    assertThat(page)
        .doesNotContainIgnoringCase("http:")
        .doesNotContainIgnoringCase("https:")
        .doesNotContain("//")
        .doesNotContainIgnoringCase("@import")
        .doesNotContainIgnoringCase("@font-face")
        .doesNotContain(" src=")
        .doesNotContain("<link")
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("<iframe");
    Pattern.compile("(?:href|xlink:href)=\"([^\"]*)\"|url\\(([^)]*)\\)")
        .matcher(page)
        .results()
        .forEach(m -> assertThat(m.group(1) != null ? m.group(1) : m.group(2)).startsWith("#"));
  }

  @Test
  void itIsWellFormedWithIdsThatAreUniqueAndFound() {
    Document document = parsed(page);
    Set<String> ids = new HashSet<>();
    List<String> referred = new ArrayList<>();
    for (Element element : all(document, "*")) {
      if (element.hasAttribute("id")) {
        assertThat(ids.add(element.getAttribute("id"))).as(element.getAttribute("id")).isTrue();
      }
      referred.addAll(List.of(element.getAttribute("aria-labelledby").split(" ")));
      if (element.getAttribute("href").startsWith("#")) {
        referred.add(element.getAttribute("href").substring(1));
      }
      if (element.getAttribute("fill").startsWith("url(#")) {
        referred.add(element.getAttribute("fill").replaceAll("url\\(#|\\)", ""));
      }
    }
    referred.removeIf(String::isEmpty);
    assertThat(referred).isNotEmpty();
    assertThat(ids).containsAll(referred);
  }

  @Test
  void everyPictureHasATextInItsPlaceAndEveryTableItsHeaders() {
    Document document = parsed(page);
    assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    assertThat(all(document, "title").getFirst().getTextContent()).isNotBlank();
    for (Element svg : all(document, "svg")) {
      boolean spoken =
          svg.getAttribute("role").equals("img")
              && (svg.hasAttribute("aria-labelledby") || svg.hasAttribute("aria-label"));
      assertThat(spoken || svg.getAttribute("aria-hidden").equals("true")).isTrue();
    }
    for (Element table : all(document, "table")) {
      assertThat(table.getElementsByTagName("th").getLength()).isPositive();
    }
    for (Element th : all(document, "th")) {
      assertThat(th.getAttribute("scope")).isIn("row", "col");
    }
    assertThat(all(document, "h1")).hasSize(1);
    assertThat(all(document, "h2")).hasSize(1 + 3);
    assertThat(all(document, "main")).hasSize(1);
    // What scrolls can be reached by the keyboard.
    for (Element div : all(document, "div")) {
      if (div.getAttribute("class").equals("scroll")) {
        assertThat(div.getAttribute("tabindex")).isEqualTo("0");
        assertThat(div.getAttribute("aria-label")).isNotBlank();
      }
    }
    assertThat(page).contains("prefers-color-scheme: dark", "@media print");
  }

  @Test
  void namesAreTextWhateverTheyHold() {
    assertThat(page).doesNotContain("<Côte");
    assertThat(all(parsed(page), "h2").get(1).getTextContent()).isEqualTo("<Côte & \"d'Ivoire\">");
  }

  @Test
  void itSaysWhatTheRowsSay() {
    String[] row = outcome.out().lines().skip(2).findFirst().orElseThrow().split(",");
    assertThat(row[0]).isEqualTo("polar");
    Document document = parsed(page);
    Element polar =
        all(document, "section").stream()
            .filter(section -> section.getAttribute("id").equals("s2"))
            .findFirst()
            .orElseThrow();
    assertThat(polar.getTextContent())
        .contains("No service now: NO_SATELLITE_IN_VIEW.")
        .contains("0 of 720 slots")
        .contains("What helps: Satellites of a higher inclination, or a lower mask.");
    Element first = all(document, "section").get(1);
    assertThat(first.getTextContent())
        .contains("GSO_PROTECTION, ")
        .contains("Every satellite in view stands within 2° of the geostationary arc.");
  }

  @Test
  void itIsTheSameEveryTime() throws IOException {
    assertThat(page("0.1,1", "--name", "<Côte & \"d'Ivoire\">", "polar", "-4.5,30"))
        .isEqualTo(page);
  }

  @Test
  void oneSiteNeedsNoOverview_andADayStaysSmall() throws IOException {
    String one = page("5,1");
    assertThat(all(parsed(one), "section")).hasSize(1);
    assertThat(one.length()).isLessThan(200_000);
  }

  @Test
  void nothingIsLeftWhereItCannotBeWritten() throws IOException {
    Path blocked = Files.createDirectory(folder.resolve("blocked.html"));
    Outcome refused =
        Run.run("site", "0,0", "--scenario", Tiny.in(folder), "--html", blocked.toString());
    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".partial"));
    }
  }
}
