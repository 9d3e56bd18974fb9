package org.orbweaver.governance.state;

import static org.orbweaver.governance.entry.Role.APPROVER;
import static org.orbweaver.governance.entry.Role.BREAK_GLASS;
import static org.orbweaver.governance.entry.Role.EXECUTOR;
import static org.orbweaver.governance.entry.Role.FUNDING_STEWARD;
import static org.orbweaver.governance.entry.Role.IMPACT_ANALYST;
import static org.orbweaver.governance.entry.Role.INTAKE_DESK;
import static org.orbweaver.governance.entry.Role.INTAKE_OFFICER;
import static org.orbweaver.governance.entry.Role.OVERSEER;
import static org.orbweaver.governance.entry.Role.ROLE_ADMINISTRATOR;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.orbweaver.governance.entry.AllowListEntry;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.CaseEntry.Channel;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.LineEntry;
import org.orbweaver.governance.entry.OfficeEntry;
import org.orbweaver.governance.entry.Role;
import org.orbweaver.governance.entry.SealEntry;
import org.orbweaver.governance.entry.ServiceEntry;

/** Which roles an entry of a kind takes, and which nobody holds together. */
public final class Duties {
  private static final Set<Role> ANYBODY = EnumSet.allOf(Role.class);

  /**
   * Who holds one of these holds no other of them: whoever proposes roles does not approve; whoever
   * decides who pays does not darken; whoever proposes roles does not read what is sealed.
   */
  private static final List<Set<Role>> EXCLUSIVE =
      List.of(
          EnumSet.of(ROLE_ADMINISTRATOR, APPROVER),
          EnumSet.of(ROLE_ADMINISTRATOR, OVERSEER),
          EnumSet.of(FUNDING_STEWARD, APPROVER),
          EnumSet.of(FUNDING_STEWARD, BREAK_GLASS));

  private Duties() {}

  /** Whether somebody may hold these together; a program holds none of a person's. */
  public static boolean mayHoldTogether(List<Role> roles) {
    if (roles.isEmpty() || Set.copyOf(roles).size() != roles.size()) {
      return false;
    }
    long programs = roles.stream().filter(Role::isSoftware).count();
    return (programs == 0 || programs == roles.size())
        && EXCLUSIVE.stream().noneMatch(roles::containsAll);
  }

  /** One of which roles an entry takes. */
  public static Set<Role> of(Entry entry, boolean governance) {
    return switch (entry) {
      case CaseEntry.Received received ->
          received.channel() == Channel.FORM
              ? EnumSet.of(INTAKE_DESK, INTAKE_OFFICER)
              : EnumSet.of(INTAKE_OFFICER);
      case CaseEntry.Proposed proposed -> EnumSet.of(ROLE_ADMINISTRATOR);
      case CaseEntry.BreakGlassCalled called -> EnumSet.of(BREAK_GLASS);
      case CaseEntry.BreakGlassConfirmed confirmed -> EnumSet.of(BREAK_GLASS);
      case CaseEntry.Incomplete incomplete -> EnumSet.of(INTAKE_OFFICER);
      case CaseEntry.Completed completed -> EnumSet.of(INTAKE_OFFICER);
      case CaseEntry.Assessed assessed -> EnumSet.of(INTAKE_OFFICER);
      case CaseEntry.Previewed previewed -> EnumSet.of(IMPACT_ANALYST);
      case CaseEntry.Submitted submitted ->
          governance ? EnumSet.of(ROLE_ADMINISTRATOR) : EnumSet.of(INTAKE_OFFICER, IMPACT_ANALYST);
      case CaseEntry.Ratified ratified -> EnumSet.of(APPROVER);
      case CaseEntry.Vote vote -> voters(governance);
      case CaseEntry.InterestDisclosed disclosed -> ANYBODY;
      case CaseEntry.Withdrawn withdrawn ->
          governance ? EnumSet.of(ROLE_ADMINISTRATOR) : EnumSet.of(INTAKE_DESK, INTAKE_OFFICER);
      case CaseEntry.Noticed noticed -> EnumSet.of(INTAKE_OFFICER, EXECUTOR);
      case CaseEntry.Expired expired -> EnumSet.of(EXECUTOR);
      case CaseEntry.Scheduled scheduled -> EnumSet.of(EXECUTOR);
      case CaseEntry.Executed executed -> EnumSet.of(EXECUTOR);
      case CaseEntry.SentBack sentBack -> EnumSet.of(EXECUTOR);
      case CaseEntry.Ended ended -> EnumSet.of(EXECUTOR);
      case CaseEntry.AutoReverted reverted -> EnumSet.of(EXECUTOR);
      case CaseEntry.Reconsidered reconsidered -> EnumSet.of(OVERSEER);
      case CaseEntry.Objected objected -> EnumSet.of(OVERSEER);
      case CaseEntry.Restored restored -> EnumSet.of(APPROVER, BREAK_GLASS);
      case OfficeEntry office -> EnumSet.of(EXECUTOR, INTAKE_DESK);
      case LineEntry.FundingChanged changed ->
          EnumSet.of(changed.lowers() ? EXECUTOR : FUNDING_STEWARD);
      case LineEntry.Noticed noticed -> EnumSet.of(FUNDING_STEWARD, EXECUTOR);
      case LineEntry.SuccessorNamed named -> EnumSet.of(FUNDING_STEWARD);
      case AllowListEntry.Enforced enforced -> EnumSet.of(EXECUTOR);
      case AllowListEntry.Rehearsed rehearsed -> EnumSet.of(INTAKE_OFFICER, IMPACT_ANALYST);
      case ServiceEntry service -> EnumSet.of(INTAKE_OFFICER);
      // Whoever proposes roles does not read what is sealed, and no program does.
      case SealEntry.Put put ->
          EnumSet.of(INTAKE_OFFICER, IMPACT_ANALYST, APPROVER, FUNDING_STEWARD, OVERSEER);
      case SealEntry.Opened opened -> EnumSet.of(INTAKE_OFFICER, OVERSEER);
      case org.orbweaver.governance.entry.PersonEntry person -> ANYBODY;
      case org.orbweaver.governance.entry.Genesis genesis -> ANYBODY;
    };
  }

  /** Who votes: on changes of roles and rules, overseers too. */
  public static Set<Role> voters(boolean governance) {
    return governance ? EnumSet.of(APPROVER, OVERSEER) : EnumSet.of(APPROVER);
  }
}
