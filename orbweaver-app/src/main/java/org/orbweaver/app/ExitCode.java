package org.orbweaver.app;

/** What the program's exit code tells its caller. */
public final class ExitCode {
  public static final int DONE = 0;

  /** The question was understood and the answer is no: a check failed, no service. */
  public static final int NO = 1;

  /** Unknown or contradicting arguments. */
  public static final int USAGE = 2;

  /** A scenario, an element file or a table is missing or wrong. */
  public static final int BAD_INPUT = 3;

  /** The environment lacks something, which the message names. */
  public static final int ENVIRONMENT = 4;

  /** A fault of Orbweaver itself. */
  public static final int OUR_FAULT = 70;

  private ExitCode() {}
}
