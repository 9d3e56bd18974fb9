package org.orbweaver.app.output;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.Verdict;

/** The three cells that say by whose word something may be served or not. */
public final class PolicyCells {
  private static final int CELLS = 3;

  private PolicyCells() {}

  /** Where anything has been decided about it; empty where not. */
  public static void deciding(RowWriter rows, Verdict verdict) {
    write(rows, verdict.isDecided() ? verdict : null);
  }

  /** Where it is refused; empty where it may be served, or nobody knows. */
  public static void refusing(RowWriter rows, @Nullable Verdict verdict) {
    write(rows, verdict == null || verdict.isServed() ? null : verdict);
  }

  private static void write(RowWriter rows, @Nullable Verdict verdict) {
    if (verdict == null) {
      rows.empty(CELLS);
    } else {
      rows.text(verdict.decision()).text(verdict.mark()).text(String.join(" ", verdict.lost()));
    }
  }
}
