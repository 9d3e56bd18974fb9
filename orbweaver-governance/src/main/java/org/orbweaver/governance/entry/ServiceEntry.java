package org.orbweaver.governance.entry;

import org.orbweaver.governance.merkle.Hash;

/** What is put down about terminals and lines without a case: authorisations and funding. */
public sealed interface ServiceEntry extends Entry {
  /**
   * Who pays for a line, and on which step of the funding ladder it stands.
   *
   * @param line commitment to the line
   * @param state such as {@code at-risk}
   */
  @Kind("funding.changed")
  record FundingChanged(Header header, Hash line, String state, String reason)
      implements ServiceEntry {}
}
