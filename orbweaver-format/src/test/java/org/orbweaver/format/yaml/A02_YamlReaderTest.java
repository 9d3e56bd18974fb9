package org.orbweaver.format.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.format.Lines.lines;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orbweaver.format.problem.Problems;

/** From text to a tree, and what is refused on the way. */
class A02_YamlReaderTest {
  private final Problems problems = new Problems();

  @Test
  void aDocumentIsATreeWithPlaces() {
    assertThat(
            tree(
                """
                format: orbweaver/1
                terminals:
                  sites:
                    - { name: "berlin", latDeg: 52.5 }
                    - name: 'porto'
                """))
        .isEqualTo(
            """
            1:1 {1:1 format=1:9 TEXT orbweaver/1, 2:1 terminals=3:3 {3:3 sites=4:5 [\
            4:7 {4:9 name=4:15 TEXT berlin, 4:25 latDeg=4:33 NUMBER 52.5}, \
            5:7 {5:7 name=5:13 TEXT porto}]}}\
            """);
    assertThat(problems.list()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "550,NUMBER",
    "-1.5e3,NUMBER",
    "012,NUMBER",
    ".5,NUMBER",
    ".inf,NUMBER",
    ".nan,NUMBER",
    "true,FLAG",
    "False,FLAG",
    "yes,TEXT",
    "no,TEXT",
    "on,TEXT",
    "null,NULL",
    "~,NULL",
    "1_000,TEXT",
    "12:30,TEXT",
    "2026-05-21,TEXT",
    "2026-05-21T00:00:00Z,TEXT",
    "0x1F,NUMBER",
    "NaN,TEXT",
    "1.2.3,TEXT",
    "berlin,TEXT",
    "'\"550\"',TEXT",
  })
  void plainValuesAreTypedByYaml12(String value, String type) {
    assertThat(tree("k: " + value)).startsWith("1:1 {1:1 k=1:4 " + type);
  }

  @Test
  void namesOfAnyScriptAndAByteOrderMarkAreText() {
    assertThat(tree("name: Malmö-東京-😀\nlatDeg: 1")).contains("TEXT Malmö-東京-😀");
  }

  @Test
  void columnsCountCharactersNotBytes() {
    assertThat(tree("{ ä😀: x, b: y }")).contains("1:3 ä😀=", "1:10 b=");
  }

  @Test
  void whatHidesMeaningIsRefused() {
    tree(
        """
        a: &x { n: 1 }
        b: *x
        <<: { m: 2 }
        c: !!str 5
        d: !mine [1]
        [e]: 1
        f: 1
        f: 2
        """);
    assertThat(lines(problems.list()))
        .isEqualTo(
            """
            net.yaml:1:4 &x: is an anchor; the value without it
            net.yaml:2:4 *x: is an alias; the value written out
            net.yaml:3:1 <<: merges another mapping; the keys written out
            net.yaml:4:4 tag:yaml.org,2002:str: is a tag; the value without it
            net.yaml:5:4 !mine: is a tag; the value without it
            net.yaml:6:1 yaml: has a list as a key; text
            net.yaml:8:1 f: is given twice, first in line 7; one of them
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: [1, 2|1:9 yaml: ends inside a quoted text, a list or a mapping; the closing quote or bracket",
        "a: \"x|1:6 yaml: ends inside a quoted text, a list or a mapping; the closing quote or bracket",
        "a: b: c|1:5 yaml: has a ': ' where no key can begin; the value in quotes, or the key on a line of its own",
        "a:\\n\\tb: 1|2:1 yaml: has a tab where only blanks may stand; blanks for indentation",
        "a: 1\\n  b: 2|2:4 yaml: has a ': ' where no key can begin; the value in quotes, or the key on a line of its own",
        "a: 1\\nb|2:2 yaml: has a key without ':'; key: value",
        "a: 1\\n- b|2:1 yaml: is indented unlike the lines above; the same indentation for all keys of one mapping and all entries of one list",
        "[1 2}|1:5 yaml: has something between two entries other than a comma; a comma, or the closing bracket",
        "a: 1\\n---\\nb: 2|2:1 yaml: begins a second document; one document in the file",
        "%YAML 1.1\\n---\\na: 1|1:1 %YAML: declares another version of YAML; %YAML 1.2, or no such line",
        "# nothing|1:1 file: is empty; a scenario that begins with format: orbweaver/1",
        "a: \"\\q\"|1:6 yaml: is not YAML here: found unknown escape character q(113); YAML 1.2",
      })
  void brokenSyntaxIsToldInPlainWords(String text, String problem) {
    tree(text.replace("\\n", "\n").replace("\\t", "\t"));
    assertThat(lines(problems.list())).isEqualTo("net.yaml:" + problem + "\n");
  }

  @Test
  void deepNestingIsRefusedBeforeItHurts() {
    assertThat(tree("[".repeat(100_000))).isEqualTo("nothing");
    assertThat(lines(problems.list()))
        .isEqualTo(
            "net.yaml:1:51 yaml: is nested more than 50 deep; lists and keys at the depth that the"
                + " reference shows\n");
  }

  private String tree(String text) {
    return shown(YamlReader.read(text, "net.yaml", problems));
  }

  private static String shown(@Nullable YamlNode node) {
    return switch (node) {
      case null -> "nothing";
      case YamlNode.Scalar s -> s.line() + ":" + s.column() + " " + s.type() + " " + s.text();
      case YamlNode.Sequence s ->
          s.line()
              + ":"
              + s.column()
              + s.items().stream()
                  .map(A02_YamlReaderTest::shown)
                  .collect(Collectors.joining(", ", " [", "]"));
      case YamlNode.Mapping m ->
          m.line()
              + ":"
              + m.column()
              + m.entries().stream()
                  .map(e -> e.line() + ":" + e.column() + " " + e.key() + "=" + shown(e.value()))
                  .collect(Collectors.joining(", ", " {", "}"));
      case YamlNode.Broken b -> b.line() + ":" + b.column() + " broken";
    };
  }
}
