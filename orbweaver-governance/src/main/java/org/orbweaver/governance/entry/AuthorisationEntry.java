package org.orbweaver.governance.entry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.accounts.Authorisation;

/** What is put down about a terminal's right to service; each rests on a case. */
public sealed interface AuthorisationEntry extends ServiceEntry {
  /** Such as {@code AUT-0001}. */
  String authorisation();

  /** The case that allows it. */
  String caseId();

  /**
   * A terminal may be used, or is exempt for safety.
   *
   * @param until null where no end is set
   * @param caseId in force: one that enables or that lets only authorised terminals into an area;
   *     for an exemption, one that exempts
   */
  @Kind("authorisation.granted")
  record Granted(
      Header header,
      String authorisation,
      String terminal,
      Authorisation.Grant grant,
      Instant from,
      @Nullable Instant until,
      String basis,
      String caseId)
      implements AuthorisationEntry {}

  /**
   * It is taken back.
   *
   * @param caseId in force, taking service away, and naming the terminal
   */
  @Kind("authorisation.revoked")
  record Revoked(Header header, String authorisation, String caseId, String reason)
      implements AuthorisationEntry {}
}
