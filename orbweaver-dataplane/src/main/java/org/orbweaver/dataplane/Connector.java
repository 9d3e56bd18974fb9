package org.orbweaver.dataplane;

/** Leads one connection over a terminal's link to its destination; can be broken off. */
final class Connector {
  private final SessionContext context;
  private final Dialler dialler = new Dialler();
  private volatile boolean aborted;

  Connector(SessionContext context) {
    this.context = context;
  }

  /**
   * Opens the far end, one crossing of the link from now.
   *
   * @throws Dialler.Failed one more crossing later, as that is when the near end hears of it
   */
  Endpoint connect(TerminalLink link, Destination destination) throws Dialler.Failed {
    int farPop = destination.farPop();
    link.awaitNs(link.crossingNs(Direction.UP, farPop), () -> aborted);
    try {
      return switch (destination) {
        case Destination.Outside outside ->
            dialler.dial(outside, context.time(), context.limits().connect());
        case Destination.Service service -> context.services().connect(link, service.pop());
        case Destination.Nowhere no -> throw new Dialler.Failed(no.reply(), no.why());
      };
    } catch (Dialler.Failed e) {
      link.awaitNs(link.crossingNs(Direction.DOWN, farPop), () -> aborted);
      throw e;
    }
  }

  boolean isAborted() {
    return aborted;
  }

  /** Breaks off. */
  void abort() {
    aborted = true;
    dialler.abort();
  }
}
