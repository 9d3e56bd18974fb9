package org.orbweaver.governance.state;

import static org.orbweaver.governance.state.RefusedException.require;

import org.orbweaver.core.policy.AreaOverlap;
import org.orbweaver.core.policy.AreaShape;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Where;

/**
 * Where break-glass acted, or would act.
 *
 * @param caseId by which case
 * @param area id of its area
 * @param shape of its area, as the entry has it
 */
record Glass(String caseId, String area, AreaShape shape) {
  static final String ONE_AREA = "break-glass lights or darkens one area and reverts";

  /**
   * Where a case's opening acts, if it is break-glass; its outline must be the one that its measure
   * fixes by a hash.
   */
  static Glass of(CaseEntry.Opening opening) {
    if (!(opening instanceof CaseEntry.BreakGlassCalled called)) {
      throw new RefusedException(Refusal.WRONG_STATE, "");
    }
    if (!(called.measure().where() instanceof Where.Area(String area, String hash))) {
      throw new RefusedException(Refusal.MEASURE_IMPOSSIBLE, ONE_AREA);
    }
    AreaShape shape;
    try {
      shape = called.outline().shape();
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Refusal.WRONG_OUTLINE, String.valueOf(e.getMessage()));
    }
    require(called.outline().hash(area, shape).equals(hash), Refusal.WRONG_OUTLINE);
    return new Glass(called.caseId(), area, shape);
  }

  /** The same area, if redrawn, or one that has more in common with it than a border. */
  boolean meets(Glass other) {
    return area.equals(other.area) || AreaOverlap.of(shape, other.shape);
  }

  /** Requires that nobody acted there whose case is not ratified. */
  void requireFree(Cases cases) {
    for (Glass other : cases.unratified()) {
      require(!meets(other), Refusal.AREA_NOT_RATIFIED, other.caseId);
    }
  }
}
