package org.orbweaver.dataplane.packet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The links of terminals, by their numbers. The packet thread's. */
final class TerminalLinks {
  private final PacketPool pool;
  private final Boards boards;
  private final Stages stages;
  private final Exits exits;
  private final long seed;
  private @Nullable Link[] links = new Link[16];

  /**
   * No links yet.
   *
   * @param exits where packets go on to
   * @param seed of what links lose
   */
  TerminalLinks(PacketPool pool, Boards boards, Stages stages, Exits exits, long seed) {
    this.pool = pool;
    this.boards = boards;
    this.stages = stages;
    this.exits = exits;
    this.seed = seed;
  }

  /** Null where there is none. */
  @Nullable Link at(int index) {
    return index < links.length ? links[index] : null;
  }

  void begin(int index, Port port, LinkSettings how) {
    if (index >= links.length) {
      links = Arrays.copyOf(links, 2 * index);
    }
    Counters up = new Counters();
    Counters down = new Counters();
    links[index] =
        new Link(port, line(index, true, up, how), line(index, false, down, how), up, down);
  }

  private Line line(int index, boolean up, Counters counters, LinkSettings how) {
    long seedOfLine = seed * 31 + index * 2L + (up ? 1 : 0);
    Loss loss = new Loss(how.lossShare(), how.lossBurst(), seedOfLine);
    Line line =
        stages.make(
            id -> new Line(id, index, up, pool, exits, loss, counters, boards, how.reorders()));
    line.queue(
        switch (how.discipline()) {
          case TAIL_DROP -> new TailDrop(pool, how.limit());
          case CODEL -> new CoDel(pool, how.limit(), line::dropped);
          case FQ_CODEL -> new FqCoDel(pool, how.limit(), line::dropped, seedOfLine);
        });
    return line;
  }

  /** Ends one, and what it held is lost. */
  void end(int index, Link link) {
    links[index] = null;
    stages.end(link.up());
    stages.end(link.down());
  }
}
