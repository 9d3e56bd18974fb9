package org.orbweaver.governance.state;

import org.jspecify.annotations.Nullable;

/** Cases as rules look at them. */
interface Cases {
  /** A case, or null. */
  @Nullable CaseFile find(String id);

  /** The case whose break-glass in an area is not ratified, or null. */
  @Nullable CaseFile unratified(String area);
}
