package org.orbweaver.governance.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cases as rules look at them. */
interface Cases {
  /** A case, or null. */
  @Nullable CaseFile find(String id);

  /** Where break-glass acted that is not ratified. */
  List<Glass> unratified();
}
