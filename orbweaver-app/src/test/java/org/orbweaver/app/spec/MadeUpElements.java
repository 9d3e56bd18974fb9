package org.orbweaver.app.spec;

import java.util.Locale;

/** A small element file: a shell in service, and satellites that are not. */
public final class MadeUpElements {
  static final int PLANES = 20;
  static final int PER_PLANE = 18;
  static final int IN_SERVICE = PLANES * PER_PLANE;

  /** Revolutions a day at 550 km. */
  private static final double IN_BAND = 15.06;

  private MadeUpElements() {}

  /** Three-line elements of 2026-05-21 00:00 UTC. */
  public static String text() {
    StringBuilder text = new StringBuilder();
    int number = 70_000;
    for (int plane = 0; plane < PLANES; plane++) {
      for (int slot = 0; slot < PER_PLANE; slot++) {
        double anomalyDeg = (360.0 * slot / PER_PLANE + 7.0 * plane) % 360;
        append(text, number++, 0.00001, 360.0 * plane / PLANES, anomalyDeg, IN_BAND);
      }
    }
    append(text, number++, 0.00001, 10, 20, 15.75); // some 350 km high: too low
    append(text, number++, 0.00001, 10, 40, 13.50); // some 1,000 km high: too high
    append(text, number, -0.01, 10, 60, IN_BAND); // being raised by kilometres a day
    return text.toString();
  }

  private static void append(
      StringBuilder text,
      int number,
      double halfDotRevPerDay2,
      double raanDeg,
      double anomalyDeg,
      double revPerDay) {
    String dot = String.format(Locale.ROOT, "%.8f", Math.abs(halfDotRevPerDay2)).substring(1);
    String first =
        String.format(
            Locale.ROOT,
            "1 %05dU 26001A   26141.00000000 %s%s  00000+0  10000-3 0  999",
            number,
            halfDotRevPerDay2 < 0 ? "-" : " ",
            dot);
    String second =
        String.format(
            Locale.ROOT,
            "2 %05d  53.0000 %8.4f 0001000   0.0000 %8.4f %11.8f    1",
            number,
            raanDeg,
            anomalyDeg,
            revPerDay);
    text.append("MADE-UP-").append(number).append('\n');
    text.append(first).append(checksum(first)).append('\n');
    text.append(second).append(checksum(second)).append('\n');
  }

  /** The last digit of a line: the sum of its digits, a minus counting one. */
  public static int checksum(String line) {
    int sum = 0;
    for (char c : line.toCharArray()) {
      sum += Character.isDigit(c) ? c - '0' : c == '-' ? 1 : 0;
    }
    return sum % 10;
  }
}
