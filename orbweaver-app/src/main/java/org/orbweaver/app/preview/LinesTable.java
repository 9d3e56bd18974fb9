package org.orbweaver.app.preview;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.orbweaver.app.Failure;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.format.csv.CsvTable;
import org.orbweaver.format.input.Text;
import org.orbweaver.format.problem.Problem;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.governance.accounts.Records;
import org.orbweaver.governance.accounts.ServiceLine;
import org.orbweaver.governance.accounts.Terminal;
import org.orbweaver.governance.accounts.TerminalState;
import org.orbweaver.study.preview.LineFacts;

/** A table of lines: a row for each terminal of which more is known than its scenario says. */
public final class LinesTable {
  private static final List<String> COLUMNS =
      List.of("terminal", "line", "service_class", "people", "payer", "moving");
  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_PEOPLE = 1_000_000;

  private final Network network;
  private final CsvTable table;
  private final Problems problems;

  private LinesTable(Network network, CsvTable table, Problems problems) {
    this.network = network;
    this.table = table;
    this.problems = problems;
  }

  /** What the scenario alone says: a line of its own for each terminal. */
  public static List<LineFacts> of(Network network) {
    List<LineFacts> lines = new ArrayList<>();
    for (int t = 0; t < network.terminals().size(); t++) {
      LineFacts line =
          LineFacts.unknown(network.terminals().name(t), network.terminalSpec(t).serviceClass());
      lines.add(
          new LineFacts(
              line.line(),
              line.lineClass(),
              line.people(),
              line.payer(),
              network.terminalSpec(t).track() != null));
    }
    return lines;
  }

  /**
   * The same, with what accounts know: terminals that are assigned, their lines' classes and
   * payers.
   */
  public static List<LineFacts> of(Network network, Records records) {
    List<LineFacts> lines = of(network);
    for (Terminal terminal : records.terminals().all()) {
      int t = network.terminals().indexOf(terminal.id());
      String number = terminal.line();
      if (t >= 0 && number != null && terminal.state() == TerminalState.ASSIGNED) {
        ServiceLine line = records.lines().get(number);
        String payer = line.funding().payer();
        LineFacts known = lines.get(t);
        lines.set(
            t,
            new LineFacts(
                number,
                line.serviceClass(),
                known.people(),
                payer == null ? "" : payer,
                known.moving()));
      }
    }
    return lines;
  }

  /**
   * Lines with what a table knows better.
   *
   * @param known by terminal
   * @throws Failure bad input, with every problem and its place
   */
  public static List<LineFacts> read(Network network, List<LineFacts> known, Path file) {
    Problems problems = new Problems();
    String text = Text.read(file, file.toString(), MOST_BYTES, problems);
    CsvTable table = text == null ? null : CsvTable.read(text, file.toString(), problems);
    List<LineFacts> lines = new ArrayList<>(known);
    if (table != null) {
      new LinesTable(network, table, problems).into(lines);
    }
    if (!problems.isEmpty()) {
      StringBuilder message = new StringBuilder("the table of lines cannot be used");
      for (Problem problem : problems.list()) {
        message.append(System.lineSeparator()).append(problem);
      }
      throw Failure.badInput(message.toString(), null);
    }
    return lines;
  }

  private void into(List<LineFacts> lines) {
    Map<String, Integer> columns = new HashMap<>();
    for (int c = 0; c < table.header().size(); c++) {
      if (!COLUMNS.contains(table.header().get(c))) {
        problems.add(
            table
                .headerPlace(c)
                .problem("is no column of lines", "one of " + String.join(", ", COLUMNS)));
      }
      columns.put(table.header().get(c), c);
    }
    if (!columns.containsKey("terminal")) {
      problems.add(table.headerPlace(0).problem("has no column terminal", "terminal"));
      return;
    }
    for (int row = 0; row < table.rows(); row++) {
      if (!table.isRagged(row, problems)) {
        row(lines, columns, row);
      }
    }
  }

  private void row(List<LineFacts> lines, Map<String, Integer> columns, int row) {
    int terminalColumn = Objects.requireNonNull(columns.get("terminal"));
    String terminal = table.cell(row, terminalColumn);
    int t = network.terminals().indexOf(terminal);
    if (t < 0) {
      wrong(row, terminalColumn, "is " + Words.quote(terminal), "the name of a terminal");
      return;
    }
    LineFacts known = lines.get(t);
    String line = cell(columns, row, "line", known.line());
    String itsClass = cell(columns, row, "service_class", known.lineClass().name());
    String people = cell(columns, row, "people", String.valueOf(known.people()));
    String moving = cell(columns, row, "moving", String.valueOf(known.moving()));
    boolean isClass = false;
    for (ServiceClass each : ServiceClass.values()) {
      isClass |= each.name().equalsIgnoreCase(itsClass);
    }
    if (!isClass) {
      wrong(
          row,
          column(columns, "service_class"),
          "is " + Words.quote(itsClass),
          "emergency, hospital, relief, government or consumer");
    }
    boolean isNumber = people.matches("[1-9][0-9]{0,6}") && Integer.parseInt(people) <= MOST_PEOPLE;
    if (!isNumber) {
      wrong(row, column(columns, "people"), "is " + Words.quote(people), "1 to 1000000");
    }
    if (!moving.matches("true|false")) {
      wrong(row, column(columns, "moving"), "is " + Words.quote(moving), "true or false");
    }
    if (isClass && isNumber) {
      lines.set(
          t,
          new LineFacts(
              line,
              ServiceClass.valueOf(itsClass.toUpperCase(Locale.ROOT)),
              Integer.parseInt(people),
              cell(columns, row, "payer", known.payer()),
              Boolean.parseBoolean(moving)));
    }
  }

  private void wrong(int row, int column, String is, String would) {
    problems.add(table.place(row, column).problem(is, would));
  }

  private static int column(Map<String, Integer> columns, String name) {
    return Objects.requireNonNullElse(columns.get(name), 0);
  }

  private String cell(Map<String, Integer> columns, int row, String name, String otherwise) {
    Integer column = columns.get(name);
    String text = column == null ? "" : table.cell(row, column);
    return text.isEmpty() ? otherwise : text;
  }
}
