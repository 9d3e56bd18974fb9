package org.orbweaver.core.schedule;

/**
 * Chooses for terminals among the satellites that have a beam for their cell and a gateway for
 * their home PoP. A cursor, for one thread; several may choose while nobody takes anything.
 */
interface Chooser {
  /** Instead of a satellite: there is none, or no other. */
  int NONE = -1;

  /** Instead of a satellite: there may be others, worse than those before. */
  int MORE = -2;

  /** Moves to a cell, as things are now. */
  void moveTo(int cell);

  /**
   * Lists the best satellites for the terminal of a seat in the cell, the best first. Fewer than
   * asked for end with {@link #NONE} or {@link #MORE}. Since nothing is ever given back, none that
   * is not listed becomes better than one that is.
   *
   * @param depth at most
   */
  void list(int seat, int pop, int[] into, int at, int depth);

  /** The best satellite for the terminal of a seat in the cell, or {@link #NONE}. */
  int choose(int seat, int pop);

  /**
   * Why the terminal of a seat in the cell has none, as {@link Schedule#unserved}: where there is
   * one that lacks a beam alone, for want of a beam.
   */
  int why(int seat, int pop);
}
