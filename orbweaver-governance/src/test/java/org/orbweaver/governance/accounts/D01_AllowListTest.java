package org.orbweaver.governance.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.governance.accounts.Refusals.refused;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.DryRun.Outcome;
import org.orbweaver.governance.accounts.DryRun.Present;

/** An allow-list from its announcement to its second wave; nobody is cut by surprise. */
class D01_AllowListTest {
  private static final long DAY = FundingTerms.DAY_NS;

  private static final AllowList LIST =
      AllowList.announced(
          "AL-1",
          "north",
          0,
          List.of(
              new Wave(10 * DAY, Set.of(ServiceClass.CONSUMER)),
              new Wave(20 * DAY, Set.of(ServiceClass.GOVERNMENT))));

  private static final List<Present> PRESENT =
      List.of(
          new Present("stranger", "SL-1", ServiceClass.CONSUMER, false),
          new Present("listed", "SL-2", ServiceClass.CONSUMER, false),
          new Present("exempt", "SL-3", ServiceClass.CONSUMER, true),
          new Present("clinic", "SL-4", ServiceClass.HOSPITAL, false),
          new Present("office", "SL-5", ServiceClass.GOVERNMENT, false));

  private static String why(AllowList list, List<Present> present, long ns) {
    return String.valueOf(DryRun.refusal(list, DryRun.of(list, present), ns));
  }

  @Test
  void a01_aDryRunSaysWhoWouldBeCutBeforeAnybodyIs() {
    DryRun run = DryRun.of(LIST.with(List.of("listed")), PRESENT);
    assertThat(run.rows())
        .extracting(row -> row.terminal().terminal() + " " + row.outcome())
        .containsExactly(
            "clinic ESSENTIAL", "exempt EXEMPT", "listed LISTED", "office LATER", "stranger CUT");
    assertThat(run.cut()).containsExactly("stranger");
    assertThat(run.hash()).isEqualTo(run.rehearsal(77).hash());
    assertThat(run.hash()).isNotEqualTo(DryRun.of(LIST, PRESENT).hash());
  }

  @Test
  void a02_aWaveComesInItsTimeAfterItsDryRun() {
    AllowList list = LIST.with(List.of("listed"));
    assertThat(why(list, PRESENT, 10 * DAY - 1)).contains("at the earliest");
    assertThat(why(list, PRESENT, 10 * DAY)).isEqualTo("there was no dry run of this wave");
    AllowList run = list.rehearsed(DryRun.of(list, PRESENT).rehearsal(10 * DAY));
    assertThat(why(run, PRESENT, 11 * DAY)).isEqualTo("null");
    assertThat(why(run, PRESENT, 11 * DAY + 1)).contains("older than a day");
    List<Present> more = new java.util.ArrayList<>(PRESENT);
    more.add(new Present("newcomer", "SL-6", ServiceClass.CONSUMER, false));
    assertThat(why(run, more, 10 * DAY)).contains("would cut newcomer");
    AllowList second = run.enforcedFurther();
    assertThat(why(second, PRESENT, 20 * DAY)).isEqualTo("there was no dry run of this wave");
    assertThat(DryRun.of(second, PRESENT).cut()).containsExactly("office", "stranger");
    AllowList last =
        second.rehearsed(DryRun.of(second, PRESENT).rehearsal(20 * DAY)).enforcedFurther();
    assertThat(why(last, PRESENT, 21 * DAY)).isEqualTo("all waves are in force");
    assertThat(DryRun.of(last, PRESENT).rows().getFirst().outcome()).isEqualTo(Outcome.ESSENTIAL);
  }

  @Test
  void a03_aWeekPassesBetweenTheAnnouncementAndTheFirstWave() {
    AllowList soon =
        AllowList.announced(
            "AL-2", "north", 0, List.of(new Wave(DAY, Set.of(ServiceClass.CONSUMER))));
    assertThat(why(soon, PRESENT, 7 * DAY - 1)).startsWith("the wave comes at 1970-01-08");
  }

  @Test
  void b01_listsAndWavesThatCannotBe() {
    Wave wave = new Wave(5, Set.of(ServiceClass.CONSUMER));
    refused(() -> new Wave(5, Set.of()), "at least one class");
    refused(() -> new Wave(5, Set.of(ServiceClass.HOSPITAL)), "in no wave");
    refused(() -> AllowList.announced("A", "n", 6, List.of(wave)), "after the announcement");
    refused(
        () -> AllowList.announced("A", "n", 0, List.of(wave)).enforcedFurther().enforcedFurther(),
        "1 waves");
    refused(
        () -> new AllowList("A", "n", 0, new java.util.TreeSet<>(), List.of(wave), -1, null),
        "1 waves");
    refused(() -> DryRun.of(AllowList.announced("A", "n", 0, List.of()), PRESENT), "no waves");
    refused(() -> LIST.with(List.of("not an id")), "letters");
  }
}
