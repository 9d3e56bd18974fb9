package org.orbweaver.app.live;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.format.problem.Words;

/**
 * What a running network answers.
 *
 * @param exitCode {@link ExitCode#DONE}, or that of the refusal
 * @param lines the answer; of a refusal, what is wrong and, where there is one, the remedy
 * @param body what follows the lines; null for nothing
 */
record ControlReply(int exitCode, List<String> lines, @Nullable Body body) {
  /** What follows the lines for as long as it likes. */
  interface Body {
    /** Sends it; returns when it ends or nobody listens. */
    void send(WritableByteChannel to) throws IOException;
  }

  ControlReply(int exitCode, List<String> lines) {
    this(exitCode, lines, null);
  }

  ControlReply {
    lines = List.copyOf(lines);
  }

  static ControlReply done(List<String> lines) {
    return new ControlReply(ExitCode.DONE, lines);
  }

  static ControlReply refused(Failure failure) {
    List<String> lines = new ArrayList<>(List.of(Words.oneLine(failure.message())));
    String hint = failure.hint();
    if (hint != null) {
      lines.add(Words.oneLine(hint));
    }
    return new ControlReply(failure.exitCode(), lines);
  }

  /** The exit code in a line of its own, then the others. */
  String written() {
    return exitCode + "\n" + String.join("", lines.stream().map(line -> line + "\n").toList());
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException where it is something else
   */
  static ControlReply read(String written) {
    List<String> lines = written.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().matches("[0-9]{1,3}") || !written.endsWith("\n")) {
      throw new IllegalArgumentException("no answer");
    }
    return new ControlReply(Integer.parseInt(lines.getFirst()), lines.subList(1, lines.size()));
  }

  /** The answer, or the refusal as the failure that it is. */
  List<String> orThrow() {
    if (exitCode == ExitCode.DONE) {
      return lines;
    }
    String message = lines.isEmpty() ? "refused" : lines.getFirst();
    String hint = lines.size() > 1 ? lines.get(1) : null;
    if (exitCode == ExitCode.OUR_FAULT) {
      throw new IllegalStateException(message);
    }
    throw exitCode == ExitCode.USAGE
        ? Failure.usage(message, hint)
        : Failure.environment(message, hint);
  }
}
