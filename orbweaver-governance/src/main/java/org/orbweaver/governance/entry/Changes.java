package org.orbweaver.governance.entry;

import java.util.List;

/** Changes that are proposed together, as a file holds them. */
public record Changes(List<Change> changes) {
  public Changes {
    changes = List.copyOf(changes);
  }
}
