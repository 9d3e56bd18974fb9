package org.orbweaver.governance.accounts;

import java.util.Set;
import org.orbweaver.core.policy.ServiceClass;

/**
 * From when an allow-list counts for which lines. Essential lines are in no wave: only a restrict
 * decision that names them cuts them.
 *
 * @param fromNs from when, UTC, since the Unix epoch
 * @param classes for which lines
 */
public record Wave(long fromNs, Set<ServiceClass> classes) {
  public Wave {
    classes = Set.copyOf(classes);
    if (classes.isEmpty()) {
      throw new RefusedException("a wave is for at least one class of lines");
    }
    if (classes.stream().anyMatch(ServiceClass::isEssential)) {
      throw new RefusedException("emergency, hospital and relief lines are in no wave");
    }
  }
}
