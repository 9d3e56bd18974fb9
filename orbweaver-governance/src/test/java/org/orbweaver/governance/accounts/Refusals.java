package org.orbweaver.governance.accounts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What rules forbid. */
final class Refusals {
  private Refusals() {}

  static void refused(Runnable what, String why) {
    assertThatThrownBy(what::run).isInstanceOf(RefusedException.class).hasMessageContaining(why);
  }
}
