package org.orbweaver.governance.bundle;

import java.util.Locale;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.OfficeEntry;
import org.orbweaver.governance.entry.SealEntry;

/** What an entry of a case says, in a sentence. */
final class CaseWords {
  private CaseWords() {}

  static String of(Entry entry) {
    return switch (entry) {
      case CaseEntry.Received said ->
          "Received by " + said.channel().name().toLowerCase(Locale.ROOT) + ": " + said.summary();
      case CaseEntry.Incomplete said -> "Incomplete: " + said.missing();
      case CaseEntry.Completed said -> "Completed: " + said.what();
      case CaseEntry.Assessed said ->
          "Assessed: "
              + said.reasons()
              + (said.parties().isEmpty() ? "" : "; parties: " + String.join(", ", said.parties()));
      case CaseEntry.Previewed said -> "Preview attached, SHA-256 " + said.impact().preview().hex();
      case CaseEntry.Submitted said -> "Approvers are asked";
      case CaseEntry.Approved said -> "Approved: " + said.reason();
      case CaseEntry.Refused said -> "Refused: " + said.reason();
      case CaseEntry.Recused said -> "Recused: " + said.reason();
      case CaseEntry.Ratified said -> "Ratified: " + said.reason();
      case CaseEntry.InterestDisclosed said ->
          "Interest of " + said.person() + " disclosed: " + said.interest();
      case CaseEntry.Withdrawn said -> "Withdrawn: " + said.reason();
      case CaseEntry.Expired said -> "Expired: a time limit has passed";
      case CaseEntry.Noticed said -> "Announced to " + String.join(", ", said.told());
      case CaseEntry.Scheduled said -> "Scheduled";
      case CaseEntry.Executed said ->
          "Carried out; computed again, "
              + said.moreLinesPercent()
              + " % more lines and "
              + said.newEssentialLines()
              + " new essential lines";
      case CaseEntry.SentBack said -> "Sent back: it would touch more than was approved";
      case CaseEntry.Ended said -> "Ended: " + said.reason().name().toLowerCase(Locale.ROOT);
      case CaseEntry.Reconsidered said -> "To be decided again: " + said.reason();
      case CaseEntry.Objected said -> "Objection: " + said.reason();
      case CaseEntry.BreakGlassCalled said -> "Break-glass called: " + said.reason();
      case CaseEntry.BreakGlassConfirmed said -> "Break-glass confirmed by a second person";
      case CaseEntry.AutoReverted said -> "Reverted by itself: its hours were over";
      case CaseEntry.Restored said -> "Restored: " + said.reason();
      case CaseEntry.Proposed said -> "Proposed: " + said.reason();
      case OfficeEntry.AttemptRefused said ->
          "Attempt of "
              + said.person()
              + " refused ("
              + said.attempted()
              + "): "
              + said.refusal().toLowerCase(Locale.ROOT).replace('_', ' ');
      case SealEntry.Put said ->
          "Sealed: " + said.contentClass() + ", to be shown on " + said.reveal();
      default -> entry.kind();
    };
  }
}
