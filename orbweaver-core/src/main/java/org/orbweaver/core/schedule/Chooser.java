package org.orbweaver.core.schedule;

/**
 * Chooses for terminals among the satellites that have a beam for their cell and a gateway for
 * their home PoP. A cursor, for one thread; several may choose while nobody takes anything.
 */
interface Chooser {
  /** Instead of a satellite: there is none. */
  int NONE = -1;

  /** Which satellites have a beam for a cell. */
  @FunctionalInterface
  interface Room {
    boolean isOpen(int satellite, int cell);
  }

  /** Moves to a cell, as things are now: nothing may be taken until the next such move. */
  void moveTo(int cell, Room beams);

  /** The best satellite for the terminal of a seat in the cell, or {@link #NONE}. */
  int choose(int seat, int pop);

  /**
   * Why the terminal of a seat in the cell has none, as {@link Schedule#unserved}: where there is
   * one that lacks a beam alone, for want of a beam.
   */
  int why(int seat, int pop);
}
