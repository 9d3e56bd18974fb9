package org.orbweaver.governance.state;

import org.orbweaver.governance.entry.ServiceEntry;

/** What may be put down about lines and terminals without a case. */
final class ServiceRules {
  private ServiceRules() {}

  static void check(ServiceEntry entry) {
    switch (entry) {
      case ServiceEntry.FundingChanged changed ->
          RefusedException.require(!changed.state().isBlank(), Refusal.FUNDING_STEP);
    }
  }
}
