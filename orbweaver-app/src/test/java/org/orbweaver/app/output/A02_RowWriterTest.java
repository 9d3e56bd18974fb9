package org.orbweaver.app.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class A02_RowWriterTest {
  private static final Sheet SHEET =
      new Sheet(
          "orbweaver.example/1",
          Column.text("terminal", "a name"),
          Column.number("rtt_ms", "a delay"),
          Column.number("isl_hops", "a count"),
          Column.flag("handover", "yes or no"));

  @Test
  void csvHasAHeaderAndQuotesWhereNeeded() {
    assertThat(write(Format.CSV, false))
        .isEqualTo(
            """
            terminal,rtt_ms,isl_hops,handover
            berlin,74.586691,2,true
            "a ""quoted"", name",,,false
            """);
  }

  @Test
  void jsonHasTypedValuesAndNullsAndCamelCaseKeys() {
    assertThat(write(Format.JSON, false))
        .isEqualTo(
            """
            {"format":"orbweaver.example/1","rows":[
            {"terminal":"berlin","rttMs":74.586691,"islHops":2,"handover":true},
            {"terminal":"a \\"quoted\\", name","rttMs":null,"islHops":null,"handover":false}
            ]}
            """);
  }

  @Test
  void aTableIsAlignedWithNumbersToTheRight() {
    assertThat(write(Format.TABLE, false))
        .isEqualTo(
            """
            terminal             rtt_ms  isl_hops  handover
            berlin            74.586691         2  true
            a "quoted", name                       false
            """);
  }

  @Test
  void onlyTheHeaderOfATableIsEmphasised() {
    assertThat(write(Format.TABLE, true).lines().toList())
        .first()
        .asString()
        .startsWith("\033[1mterminal")
        .endsWith("handover\033[0m");
    assertThat(write(Format.CSV, true)).doesNotContain("\033");
  }

  @Test
  void noRowsLeaveAHeaderOrAnEmptyList() {
    assertThat(writeNothing(Format.CSV)).isEqualTo("terminal,rtt_ms,isl_hops,handover\n");
    assertThat(writeNothing(Format.TABLE)).isEqualTo("terminal  rtt_ms  isl_hops  handover\n");
    assertThat(writeNothing(Format.JSON))
        .isEqualTo("{\"format\":\"orbweaver.example/1\",\"rows\":[\n]}\n");
  }

  @Test
  void aLongTableStreamsAfterItsLookAhead() {
    StringWriter text = new StringWriter();
    try (RowWriter rows = RowWriter.of(Format.TABLE, new PrintWriter(text), SHEET, false)) {
      for (int i = 0; i < 499; i++) {
        rows.text("berlin").number(1, 3).number(0).flag(false).endRow();
      }
      assertThat(text.toString()).isEmpty();
      for (int i = 0; i < 501; i++) {
        rows.text("berlin").number(1, 3).number(0).flag(false).endRow();
      }
      assertThat(text.toString().lines()).hasSize(1001);
      rows.text("longer-than-the-column").number(1, 3).number(0).flag(false).endRow();
    }
    assertThat(text.toString().lines().toList())
        .last()
        .isEqualTo("longer-than-the-column   1.000         0  false");
  }

  @Test
  void controlCharactersDoNotReachATerminalOrBreakALine() {
    StringWriter text = new StringWriter();
    try (RowWriter rows = RowWriter.of(Format.TABLE, new PrintWriter(text), SHEET, false)) {
      rows.text("\033[31mred\n").empty(2).flag(true).endRow();
    }
    assertThat(text.toString()).doesNotContain("\033").contains("?[31mred?");
    StringWriter json = new StringWriter();
    try (RowWriter rows = RowWriter.of(Format.JSON, new PrintWriter(json), SHEET, false)) {
      rows.text("\033\n\\").empty(2).flag(true).endRow();
    }
    assertThat(json.toString()).contains("\"\\u001b\\u000a\\\\\"");
  }

  @Test
  void aRowOfTheWrongLengthIsOurFault() {
    RowWriter rows = RowWriter.of(Format.CSV, new PrintWriter(new StringWriter()), SHEET, false);
    rows.text("berlin");
    assertThatThrownBy(rows::endRow).isInstanceOf(IllegalStateException.class);
    rows.empty(3);
    assertThatThrownBy(() -> rows.text("more")).isInstanceOf(IllegalStateException.class);
  }

  private static String write(Format format, boolean colour) {
    StringWriter text = new StringWriter();
    try (RowWriter rows = RowWriter.of(format, new PrintWriter(text), SHEET, colour)) {
      rows.text("berlin").number(74.5866914, 6).number(2).flag(true).endRow();
      rows.text("a \"quoted\", name").number(Double.NaN, 6).empty(1).flag(false).endRow();
    }
    return text.toString();
  }

  private static String writeNothing(Format format) {
    StringWriter text = new StringWriter();
    RowWriter.of(format, new PrintWriter(text), SHEET, false).close();
    return text.toString();
  }
}
