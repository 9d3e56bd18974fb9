package org.orbweaver.dataplane;

import org.jspecify.annotations.Nullable;

/** An open port of a {@link Forward}. */
interface ForwardDoor {
  /** What it is, with the port that is really open. */
  Forward forward();

  /** Begins to take traffic. */
  void serve(SessionContext context);

  /** Takes nothing more and ends what it carries; may be called again until it is over. */
  void end();

  /** Whether nothing is left of it. */
  boolean isOver();

  /** Says why something is not carried. */
  static void sayRefused(
      SessionContext context, TerminalLink link, Forward forward, @Nullable String why) {
    link.refused.increment();
    String terminal = context.paths().terminalName(link.terminal);
    context
        .notices()
        .say(
            Notices.Kind.FORWARD_REFUSED,
            "forward " + forward + " through " + terminal + ": refused: " + why);
  }
}
