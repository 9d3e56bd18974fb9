package org.orbweaver.format.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class A01_ProblemTest {
  @Test
  void isOneLineThatEditorsCanFollow() {
    Problem problem =
        new Problem("net.yaml", 7, 13, "radio.beamsPerSatellite", "is -1", "0 to 100000");
    assertThat(problem).hasToString("net.yaml:7:13 radio.beamsPerSatellite: is -1; 0 to 100000");
  }

  @Test
  void staysOneLineWhateverTheFileHolds() {
    Problem problem = new Problem("a\nb", 1, 1, "k\r", "is \u001b[31m\u2028", "text");
    assertThat(problem).hasToString("a?b:1:1 k?: is ?[31m?; text");
  }

  @Test
  void areListedByFileLineAndColumn() {
    Problems problems = new Problems();
    problems.add("net.yaml", 9, 1, "b", "is wrong", "right");
    problems.add("sites.csv", 2, 4, "lat_deg", "is 91", "-90 to 90");
    problems.add("net.yaml", 9, 5, "c", "is wrong", "right");
    problems.add("net.yaml", 2, 1, "a", "is wrong", "right");
    assertThat(problems.list())
        .extracting(p -> p.file() + ":" + p.line() + ":" + p.column())
        .containsExactly("net.yaml:2:1", "net.yaml:9:1", "net.yaml:9:5", "sites.csv:2:4");
  }

  @Test
  void areCountedWhereTheyAreTooManyToList() {
    Problems problems = new Problems();
    for (int i = 1; i <= Problems.KEPT + 5; i++) {
      problems.add("net.yaml", i, 1, "a", "is wrong", "right");
    }
    assertThat(problems.count()).isEqualTo(1005);
    assertThat(problems.list()).hasSize(1001);
    assertThat(problems.list().getLast()).asString().contains("5 more problems are not listed");
  }

  @Test
  void theNearestWordIsTheOneThatWasMeant() {
    List<String> known = List.of("latDeg", "lonDeg", "altM", "elevationMaskDeg", "name");
    assertThat(Words.nearest("latdeg", known)).isEqualTo("latDeg");
    assertThat(Words.nearest("lat_deg", known)).isEqualTo("latDeg");
    assertThat(Words.nearest("nmae", known)).isEqualTo("name");
    assertThat(Words.nearest("elevationMask", known)).isEqualTo("elevationMaskDeg");
    assertThat(Words.nearest("colour", known)).isNull();
    assertThat(Words.nearest("", known)).isNull();
  }

  @Test
  void quotesAreShort() {
    assertThat(Words.quote("a\tb")).isEqualTo("\"a?b\"");
    assertThat(Words.quote("x".repeat(100))).isEqualTo("\"" + "x".repeat(60) + "...\"");
  }
}
