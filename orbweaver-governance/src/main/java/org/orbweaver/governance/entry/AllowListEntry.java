package org.orbweaver.governance.entry;

import java.time.Instant;
import java.util.List;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.merkle.Hash;

/** The steps of an allow-list, from its announcement to its last wave. */
public sealed interface AllowListEntry extends ServiceEntry {
  /** Such as {@code AL-0001}. */
  String list();

  /** From when the list counts for which lines. */
  record WavePlan(Instant from, List<ServiceClass> classes) {
    public WavePlan {
      classes = List.copyOf(classes);
    }
  }

  /** People are told that there will be a list. */
  @Kind("allow-list.announced")
  record Announced(Header header, String list, String area, List<WavePlan> waves)
      implements AllowListEntry {
    public Announced {
      waves = List.copyOf(waves);
    }
  }

  /** Terminals are listed, which takes nothing from anybody. */
  @Kind("allow-list.enrolled")
  record Enrolled(Header header, String list, List<String> terminals) implements AllowListEntry {
    public Enrolled {
      terminals = List.copyOf(terminals);
    }
  }

  /**
   * A dry run of the next wave.
   *
   * @param present terminals in the area
   * @param cut how many of them the wave would have cut
   * @param run hash of the whole run
   */
  @Kind("allow-list.rehearsed")
  record Rehearsed(Header header, String list, int wave, long present, long cut, Hash run)
      implements AllowListEntry {}

  /**
   * A wave comes into force.
   *
   * @param run the dry run that it rests on
   * @param caseId the restriction of the area, in force
   */
  @Kind("allow-list.enforced")
  record Enforced(Header header, String list, int wave, Hash run, String caseId)
      implements AllowListEntry {}
}
