package org.orbweaver.app.top;

import java.util.List;
import org.orbweaver.app.output.Facts;

/** Why packets of a node went nowhere, and by which facts that is counted. */
enum Drops {
  QUEUE("queue", "that found a full queue", "up_dropped", "down_dropped"),
  LOST("lost", "that were lost on the way", "up_lost", "down_lost"),
  REFUSED("refused", "that were refused for want of service", "up_refused", "down_refused"),
  SPOOFED("spoofed", "sent under an address that is not the node's", "spoofed"),
  MALFORMED("malformed", "sent, but no whole packets", "malformed"),
  TOO_BIG("too_big", "sent, but longer than packets may be", "too_big"),
  NO_ROOM("no_room", "for which the engine had no room", "no_room"),
  NOT_TAKEN("not_taken", "for which the node's kernel had no room", "not_taken");

  final String word;
  final String meaning;
  private final List<String> counters;

  Drops(String word, String meaning, String... counters) {
    this.word = word;
    this.meaning = meaning;
    this.counters = List.of(counters);
  }

  /** Since the node was attached. */
  long count(Facts node) {
    return counters.stream().mapToLong(node::whole).sum();
  }
}
