package org.orbweaver.governance.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which notices of funding went out, and when. */
public interface Notices {
  /** A notice that went out. */
  record Sent(FundingNotice notice, long sentNs) {}

  /** Notes that one goes out; nothing where it did already. */
  void send(FundingNotice notice, long nowNs);

  /** Whether it went out already: same line, same stay on the rung, same days ahead. */
  boolean isSent(FundingNotice notice);

  /** When the first of a stay on a rung went out, or null. */
  @Nullable Long firstSentNs(String line, long sinceNs);

  /** Those of a line, oldest first. */
  List<Sent> of(String line);
}
