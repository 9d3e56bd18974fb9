package org.orbweaver.bench.packets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orbweaver.dataplane.packet.EngineSettings;

/**
 * The packet engine's goals, row by row, each in a process of its own under the launcher's Java
 * options. Root only. Arguments: names of rows, none for all; {@code --engine-java=OPTIONS}
 * replaces the options. Prints a table.
 */
public final class PacketBench {
  /** As the launcher starts {@code up}. */
  private static final String JAVA = "-XX:+UseZGC -Xmx256m";

  private static final String OPTION = "--engine-java=";
  private static final String ROW = "--row=";

  private interface Row {
    void run(Rows rows) throws IOException, InterruptedException;
  }

  private static final Map<String, Row> ROWS = new LinkedHashMap<>();

  static {
    ROWS.put("delay", Rows::delay);
    ROWS.put("planner", Rows::planner);
    ROWS.put("thousand", Rows::thousand);
    ROWS.put("flow", Rows::flows);
    ROWS.put("shaped", Rows::shaped);
    ROWS.put("fall", Rows::fall);
    ROWS.put("handover", Rows::handover);
    ROWS.put("attach", Rows::attach);
    ROWS.put("paths", Rows::paths);
    ROWS.put("video", Rows::videos);
  }

  private PacketBench() {}

  /** Runs rows. */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> rows = new ArrayList<>();
    String java = JAVA;
    for (String arg : args) {
      if (arg.startsWith(ROW)) {
        row(arg.substring(ROW.length()));
        System.exit(0);
      } else if (arg.startsWith(OPTION)) {
        java = arg.substring(OPTION.length());
      } else if (ROWS.containsKey(arg)) {
        rows.add(arg);
      } else {
        System.err.println("Rows: " + String.join(" ", ROWS.keySet()) + "; " + OPTION + "OPTIONS");
        System.exit(2);
      }
    }
    System.out.println("| Work | Goal | Measured | The machine meanwhile |");
    System.out.println("|---|---|---|---|");
    for (String row : rows.isEmpty() ? ROWS.keySet() : rows) {
      run(row, java);
    }
  }

  private static void row(String name) throws IOException, InterruptedException {
    try (Machine machine = new Machine()) {
      Row row = ROWS.get(name);
      if (row == null) {
        throw new IllegalArgumentException(name);
      }
      row.run(new Rows(EngineSettings.DEFAULT, machine));
    }
  }

  private static void run(String row, String java) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of(java.split(" ")));
    words.add("--enable-native-access=ALL-UNNAMED");
    words.add("-Dorbweaver.home=" + System.getProperty("orbweaver.home", ""));
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.addAll(List.of(PacketBench.class.getName(), ROW + row));
    int exitCode = new ProcessBuilder(words).inheritIO().start().waitFor();
    if (exitCode != 0) {
      System.out.println("| " + row + " | | failed | |");
    }
  }
}
