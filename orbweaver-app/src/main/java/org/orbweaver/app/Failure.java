package org.orbweaver.app;

import org.jspecify.annotations.Nullable;

/** Ends a command with an exit code and a message that its user can act upon. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final @Nullable String hint;

  private Failure(int exitCode, String message, @Nullable String hint) {
    super(message);
    this.exitCode = exitCode;
    this.hint = hint;
  }

  /** Wrong use; the hint says what would be right, or is null. */
  public static Failure usage(String message, @Nullable String hint) {
    return new Failure(ExitCode.USAGE, message, hint);
  }

  /** Bad input; the hint says what would be right, or is null. */
  public static Failure badInput(String message, @Nullable String hint) {
    return new Failure(ExitCode.BAD_INPUT, message, hint);
  }

  /** The answer is no: a rule forbids it; the hint says what would be allowed, or is null. */
  public static Failure refused(String message, @Nullable String hint) {
    return new Failure(ExitCode.NO, message, hint);
  }

  /** The environment lacks what the message names. */
  public static Failure environment(String message, @Nullable String hint) {
    return new Failure(ExitCode.ENVIRONMENT, message, hint);
  }

  public int exitCode() {
    return exitCode;
  }

  /** The message. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** What to do about it, or null where the message says all. */
  public @Nullable String hint() {
    return hint;
  }
}
