package org.orbweaver.app.command;

import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Format;
import org.orbweaver.app.output.Progress;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import picocli.CommandLine.Option;

/** How results are written. */
public final class OutputOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, csv or json; a table on a terminal, else csv.")
  @Nullable Format format;

  /** A writer on standard output. */
  RowWriter open(Surroundings surroundings, Sheet sheet) {
    Format chosen = format != null ? format : byDefault(surroundings);
    return RowWriter.of(chosen, surroundings.out(), sheet, surroundings.colour());
  }

  /** Whether rows were asked for where a sentence is what is said otherwise. */
  boolean asksForRows() {
    return format == Format.CSV || format == Format.JSON;
  }

  /** What holds where nobody chose. */
  static Format byDefault(Surroundings surroundings) {
    return surroundings.outIsTerminal() ? Format.TABLE : Format.CSV;
  }

  /** A progress line, where the error stream is a terminal; to be hidden while rows are written. */
  static Progress progress(Surroundings surroundings, String what, long total) {
    return new Progress(
        surroundings.err(), surroundings.errIsTerminal(), surroundings.clock(), what, total);
  }
}
