package org.orbweaver.study.preview;

import org.orbweaver.core.policy.ServiceClass;

/**
 * What is known of the line that a terminal is on.
 *
 * @param line its number; the terminal's name where it has none
 * @param lineClass whom it serves
 * @param people behind it, as far as is known; at least 1
 * @param payer id of who pays, or empty
 * @param moving whether the terminal moves
 */
public record LineFacts(
    String line, ServiceClass lineClass, int people, String payer, boolean moving) {
  public LineFacts {
    if (people < 1) {
      throw new IllegalArgumentException("behind a line there is somebody: " + line);
    }
  }

  /** Of a terminal about whose line nothing is known but whom it serves. */
  public static LineFacts unknown(String terminal, ServiceClass lineClass) {
    return new LineFacts(terminal, lineClass, 1, "", false);
  }
}
