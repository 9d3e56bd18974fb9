package org.orbweaver.governance.state;

import static org.orbweaver.governance.state.RefusedException.require;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.orbweaver.governance.entry.Role;
import org.orbweaver.governance.entry.SealEntry;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.StrictBase64;

/** What is sealed once is shown once, when it is due; earlier only by an overseer. */
final class SealRules {
  private SealRules() {}

  static void apply(Step step, Cases cases, Table<Hash, SealFacts> seals, SealEntry entry) {
    SealFacts known = seals.get(entry.commitment());
    LocalDate today = LocalDate.ofInstant(step.now(), ZoneOffset.UTC);
    switch (entry) {
      case SealEntry.Put put -> {
        require(known == null, Refusal.SEALED_ALREADY);
        require(
            put.caseId() == null || cases.find(put.caseId()) != null,
            Refusal.NO_SUCH_CASE,
            String.valueOf(put.caseId()));
        require(put.reveal().isAfter(today), Refusal.TOO_LATE);
        seals.put(put.commitment(), facts(step, put));
      }
      case SealEntry.Opened opened -> {
        if (known == null) {
          throw new RefusedException(Refusal.NOT_SEALED, "");
        }
        require(known.opened() < 0, Refusal.NOT_SEALED);
        require(known.isDue(today) || step.by().may(Role.OVERSEER), Refusal.TOO_EARLY);
        require(isOpenedBy(known, opened), Refusal.SEALED_OTHERWISE);
        seals.put(opened.commitment(), known.openedBy(step.index()));
      }
    }
  }

  private static SealFacts facts(Step step, SealEntry.Put put) {
    SealFacts facts =
        new SealFacts(
            put.commitment(),
            put.contentClass(),
            put.reveal(),
            put.caseId(),
            step.actor(),
            step.index(),
            -1);
    try {
      facts.sealed();
    } catch (MalformedException e) {
      throw new RefusedException(Refusal.MALFORMED_ID, e.message());
    }
    return facts;
  }

  private static boolean isOpenedBy(SealFacts known, SealEntry.Opened opened) {
    try {
      return known
          .sealed()
          .isOpenedBy(StrictBase64.decode(opened.salt()), StrictBase64.decode(opened.content()));
    } catch (MalformedException e) {
      return false;
    }
  }
}
