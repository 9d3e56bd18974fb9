package org.orbweaver.core.graph;

/**
 * Some delay trees side by side, one a lane, and the few operations on them that cost time. At
 * every place of a {@link SweepOrder} each lane holds the length of the shortest way found so far,
 * in {@link Ticks}. Places are passed in runs, the rows of the order; a row is a ring unless its
 * links say otherwise.
 *
 * <p>Implementations differ in speed alone. Not for several threads at once.
 */
public interface TreeRows {
  /** Trees side by side. */
  int lanes();

  int ticks(int place, int lane);

  /**
   * Writes down the ticks of all lanes at a place.
   *
   * @param offset in {@code into} of the first
   */
  void copy(int place, int[] into, int offset);

  /** Says that trees are about to grow; what is known of places is of another moment. */
  default void begin() {}

  /** Says that the trees are grown, on the thread that began. */
  default void grown() {}

  /** Makes the places from {@code first} to below {@code end} unreachable. */
  void clear(int first, int end);

  /** Lets a way of this length end at a place, unless a shorter one does already. */
  void lower(int place, int lane, int ticks);

  /**
   * Lets a way end at a place in each lane, longer by what that lane adds.
   *
   * @param added by lane, from {@code offset} on
   */
  void lower(int place, int ticks, int[] added, int offset);

  /**
   * Finds the shortest ways within a row, after letting in the ways over each place's link to
   * another row.
   *
   * @param first first place of the row
   * @param end one past its last place
   * @param ringTicks by place, to the next one
   * @param from by place, the other end of its link across; its own place where it has none
   * @param fromTicks by place, how far that is
   * @param fresh whether nothing is known of the row: its places count as unreachable, whatever
   *     they hold from before
   */
  void solve(int first, int end, int[] ringTicks, int[] from, int[] fromTicks, boolean fresh);

  /** Whether a link across shortens any way to a row. */
  boolean improves(int first, int end, int[] from, int[] fromTicks);

  /** Lets in the ways over one link; says whether any became shorter. */
  boolean link(int to, int from, int ticks);

  /**
   * Looks at {@link TreeHops#TOGETHER} links of every place: where a way goes on over one of them,
   * its satellite is what comes next, that of the first such link.
   *
   * @param linkPlace by place and column, where a link leads; the other arrays likewise
   * @param columns links of each place
   * @param column the first to look at
   * @param fresh whether nothing is known of what comes next, or only of columns behind
   * @param next by place and lane, receives satellites, or {@link DelayTrees#UNREACHED}
   */
  void hops(
      int places,
      int[] linkPlace,
      int[] linkSatellite,
      int[] linkTicks,
      int columns,
      int column,
      boolean fresh,
      int[] next);

  /**
   * Finds, for all lanes, the least of some ways that go on from places; of equal ones the first.
   *
   * @param first of the ways
   * @param end one past the last
   * @param place by way, where it goes on
   * @param satellite by way, what stands there
   * @param length by way, to there
   * @param offset in the arrays that receive
   * @param ticks receives by lane how far it is; unreachable or more where there is no way
   * @param next receives by lane the satellites
   */
  void least(
      int first,
      int end,
      int[] place,
      int[] satellite,
      int[] length,
      int offset,
      int[] ticks,
      int[] next);
}
