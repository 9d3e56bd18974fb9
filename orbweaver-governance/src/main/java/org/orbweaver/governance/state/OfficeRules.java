package org.orbweaver.governance.state;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.orbweaver.governance.entry.OfficeEntry;
import org.orbweaver.governance.merkle.Hash;

/** What the office puts down about others. */
final class OfficeRules {
  private static final Set<String> REFUSALS =
      Arrays.stream(Refusal.values()).map(Enum::name).collect(Collectors.toSet());

  private OfficeRules() {}

  static void check(OfficeEntry entry, Table<Hash, Long> attempts) {
    switch (entry) {
      case OfficeEntry.AttemptRefused attempt -> {
        RefusedException.require(
            REFUSALS.contains(attempt.refusal()), Refusal.NOT_AN_ENTRY, attempt.refusal());
        RefusedException.require(attempts.get(attempt.attempt()) == null, Refusal.RECORDED_ALREADY);
      }
    }
  }
}
