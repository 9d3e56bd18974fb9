package org.orbweaver.app.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.orbweaver.app.Version;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.format.problem.Words;

/**
 * One HTML page about one or several sites that refers to nothing outside itself: no script, no
 * font, no picture. It is well-formed XML as well.
 */
public final class SitePage {
  private final Network network;
  private final List<SiteSummary> sites;
  private final Markup page = new Markup();

  private SitePage(Network network, List<SiteSummary> sites) {
    this.network = network;
    this.sites = sites;
  }

  /** The page; {@code skies} has one entry a site. */
  public static String of(Network network, List<SiteSummary> sites, List<SkyView> skies) {
    SitePage page = new SitePage(network, sites);
    page.begin();
    if (sites.size() > 1) {
      page.overview();
    }
    for (int i = 0; i < sites.size(); i++) {
      new SiteSection(network, sites.get(i), skies.get(i), "s" + (i + 1), page.page)
          .write(sites.size() == 1);
    }
    page.end();
    return page.page.toString();
  }

  private void begin() {
    SiteSummary first = sites.getFirst();
    String title =
        sites.size() == 1
            ? first.label() + " on " + network.name()
            : sites.size() + " sites on " + network.name();
    page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
        .raw("<meta name=\"color-scheme\" content=\"light dark\"/>\n")
        .element("title", title)
        .raw("\n<style>\n" + style() + "</style>\n</head>\n<body>\n")
        .raw("<a class=\"skip\" href=\"#" + (sites.size() > 1 ? "overview" : "s1") + "\">")
        .raw("To the results</a>\n<header>\n")
        .element("h1", title)
        .raw("\n<p>")
        .text(
            Phrases.moment(first.startNs())
                + " to "
                + Phrases.moment(first.endNs())
                + " UTC, "
                + first.day().size()
                + " slots of "
                + network.slots().durationNs() / 1_000_000_000L
                + " s. The network: "
                + Words.count(network.ephemeris().size(), "satellite")
                + (network.scenario().lasers().isEmpty() ? " without lasers, " : " with lasers, ")
                + Words.count(network.gateways().size(), "gateway")
                + ", "
                + Words.count(network.pops().size(), "PoP")
                + ", "
                + Words.count(network.terminals().size(), "terminal")
                + " that share it.")
        .raw("</p>\n</header>\n<main>\n");
  }

  private static String style() {
    try (InputStream in = SitePage.class.getResourceAsStream("site.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void overview() {
    page.raw("<section id=\"overview\" aria-labelledby=\"overview-h\">\n")
        .raw("<h2 id=\"overview-h\">Overview</h2>\n")
        .raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"All sites\">\n")
        .raw("<table>\n")
        .head(
            "Site",
            "Now",
            "Availability",
            "Over the time",
            "Worst gap",
            "Round trip p50",
            "p95",
            "Down p50",
            "In view",
            "Gateway",
            "PoP")
        .raw("<tbody>\n");
    for (int i = 0; i < sites.size(); i++) {
      SiteSummary s = sites.get(i);
      Outage worst = s.worst();
      page.raw("<tr><th scope=\"row\"><a href=\"#s" + (i + 1) + "\">")
          .text(s.label())
          .raw("</a></th>")
          .element("td", s.now().isServed() ? "served" : s.now().reason().name())
          .element("td", Phrases.percent(s.availabilityPercent()))
          .raw("<td>");
      DayChart.strip(page, network, s);
      page.raw("</td>")
          .element("td", worst == null ? "none" : Phrases.length(worst.seconds()))
          .element("td", Phrases.ms(s.rttMs().median()))
          .element("td", Phrases.ms(s.rttMs().p95()))
          .element("td", Phrases.mbps(s.downMbps().median()))
          .element("td", Long.toString(Math.round(s.inView().median())))
          .element("td", s.gateways().isEmpty() ? Phrases.NONE : s.gateways().getFirst().name())
          .element("td", s.pops().isEmpty() ? Phrases.NONE : s.pops().getFirst().name())
          .raw("</tr>\n");
    }
    page.raw("</tbody>\n</table>\n</div>\n</section>\n");
  }

  private void end() {
    page.raw("</main>\n<footer>\n<p>")
        .text(
            "Space and radio are modelled. Round trips are propagation only, in space and in fibre;"
                + " a real terminal adds some 11 to 13 ms and, in the median, about 20 ms of frames"
                + " and queues. Rates are a fair share among the network's terminals, in any"
                + " weather. Times are UTC. Made with Orbweaver "
                + Version.number()
                + " from the scenario "
                + network.name()
                + "; not affiliated with any operator.")
        .raw("</p>\n</footer>\n</body>\n</html>\n");
  }
}
