package org.orbweaver.app;

import java.io.IOException;

/** Results or messages can no longer be written: the reader went away, or the disk is full. */
public final class OutputLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String why;

  OutputLost(IOException cause) {
    super(cause);
    this.why = String.valueOf(cause.getMessage());
  }

  /** What the system said. */
  public String why() {
    return why;
  }

  /** Whether the reader went away, as {@code head} does; nothing is wrong then. */
  public boolean isClosedPipe() {
    return why.contains("Broken pipe");
  }
}
