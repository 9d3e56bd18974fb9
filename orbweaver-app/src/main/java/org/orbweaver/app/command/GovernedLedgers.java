package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.orbweaver.app.Failure;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.audit.Audit;
import org.orbweaver.governance.ledger.audit.Auditor;
import org.orbweaver.governance.ledger.audit.EntryCheck;
import org.orbweaver.governance.ledger.audit.OrderedCheck;
import org.orbweaver.governance.office.Office;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.state.GovernanceState;
import org.orbweaver.governance.state.StateCheck;

/** Governed ledgers as commands read them: verified whole before anything is believed. */
final class GovernedLedgers {
  private GovernedLedgers() {}

  /**
   * What a ledger means, and how far it is to be believed.
   *
   * @param witnessed whether the quorum of witnesses has seen its checkpoint
   */
  record Verified(GovernanceState state, boolean witnessed) {}

  /** A governed ledger, every entry of which is right. */
  static Verified read(String place, TrustPolicy trust) {
    return read(place, trust, EntryCheck.ANY);
  }

  /** The same; each entry that is verified is shown to a check of one's own, too. */
  static Verified read(String place, TrustPolicy trust, EntryCheck own) {
    return LedgerInputs.doing(place, () -> verified(place, LedgerInputs.source(place), trust, own));
  }

  private static Verified verified(
      String place, LedgerSource source, TrustPolicy trust, EntryCheck own) throws IOException {
    Checkpoint checkpoint = checkpoint(source);
    if (!Office.isGoverned(source, checkpoint.size())) {
      throw Failure.badInput(
          place + " is not governed: its first entry is no genesis",
          "'orbweaver ledger init --genesis' begins a governed ledger.");
    }
    StateCheck check = new StateCheck(checkpoint.origin());
    Audit audit = new Auditor(source, trust, own, check).audit();
    Audit.Fault fault = audit.fault();
    if (fault != null) {
      throw Failure.badInput(
          place
              + " is wrong: "
              + (fault.first() < 0 ? "" : "entry " + fault.first() + ": ")
              + fault.what(),
          "Nothing in it is to be believed. 'orbweaver ledger verify' says more.");
    }
    return new Verified(check.state(), audit.trusted() != null && audit.trusted().witnessed());
  }

  /** The checkpoint as it lies there, its signatures not verified. */
  static Checkpoint checkpoint(LedgerSource source) throws IOException {
    byte[] note = source.read(LedgerSource.CHECKPOINT);
    if (note == null) {
      throw Failure.badInput(
          "there is no file 'checkpoint'",
          "Name the folder or URL of a ledger, in which the checkpoint lies.");
    }
    return Checkpoint.parse(SignedNote.parse(note).text());
  }

  /** How entries of a ledger are checked in their order: as governed where it is. */
  static OrderedCheck<?> check(LedgerSource source) throws IOException {
    Checkpoint checkpoint = checkpoint(source);
    return Office.isGoverned(source, checkpoint.size())
        ? new StateCheck(checkpoint.origin())
        : OrderedCheck.ANY;
  }

  /** The same from text. */
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A time of day without more digits than it needs. */
  static Instant seconds(Instant time) {
    return time.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
  }
}
