package org.orbweaver.study.preview;

/**
 * A rectangle of the map and the lines in it, exactly; what is written of them are counts.
 *
 * @param southDeg its southern edge
 * @param westDeg its western edge, -180 up to 180
 * @param sizeDeg its height and width
 * @param decided whether it holds lines that the decision is about, or others
 * @param lines in it
 * @param losing of which lose service
 * @param gaining of which gain service
 * @param slower of which keep service at a lower rate
 * @param faster of which keep service at a higher rate
 * @param people behind those that lose or gain
 */
record MapCell(
    double southDeg,
    double westDeg,
    double sizeDeg,
    boolean decided,
    int lines,
    int losing,
    int gaining,
    int slower,
    int faster,
    long people) {
  double northDeg() {
    return southDeg + sizeDeg;
  }

  double eastDeg() {
    return westDeg + sizeDeg;
  }

  /** What happens to most of its lines to which anything happens. */
  Outcome mostly() {
    int most = Math.max(Math.max(losing, gaining), Math.max(slower, faster));
    if (most == 0) {
      return Outcome.SAME;
    }
    return most == losing
        ? Outcome.LOSES_ALL
        : most == gaining ? Outcome.GAINS : most == slower ? Outcome.SLOWER : Outcome.FASTER;
  }

  /** The share of its lines to which that happens, 0 to 1. */
  double share() {
    int most = Math.max(Math.max(losing, gaining), Math.max(slower, faster));
    return (double) most / lines;
  }
}
