package org.orbweaver.governance.state;

import static org.orbweaver.governance.state.RefusedException.require;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.AllowList;
import org.orbweaver.governance.accounts.DryRun;
import org.orbweaver.governance.accounts.Wave;
import org.orbweaver.governance.entry.AllowListEntry;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Where;

/** The steps of an allow-list. */
final class AllowListRules {
  private AllowListRules() {}

  static void apply(Services services, Step step, Cases cases, AllowListEntry entry) {
    ListFacts before = services.lists.get(entry.list());
    long nowNs = Utc.ofInstant(step.now());
    ListFacts next =
        switch (entry) {
          case AllowListEntry.Announced announced -> {
            require(before == null, Refusal.ID_TAKEN, announced.list());
            yield new ListFacts(announced(announced, nowNs), null, 0, 0);
          }
          case AllowListEntry.Enrolled enrolled -> {
            ListFacts on = known(before, entry);
            yield new ListFacts(
                on.list().with(enrolled.terminals()), on.run(), on.runWave(), on.runNs());
          }
          case AllowListEntry.Rehearsed rehearsed -> {
            ListFacts on = known(before, entry);
            require(rehearsed.wave() == on.list().enforced(), Refusal.ALLOW_LIST_STEP, "wave");
            yield new ListFacts(on.list(), rehearsed.run(), rehearsed.wave(), nowNs);
          }
          case AllowListEntry.Enforced enforced ->
              enforced(step, cases, known(before, entry), enforced);
        };
    services.lists.put(entry.list(), next);
  }

  private static AllowList announced(AllowListEntry.Announced announced, long nowNs) {
    List<Wave> waves =
        announced.waves().stream()
            .map(wave -> new Wave(Utc.ofInstant(wave.from()), Set.copyOf(wave.classes())))
            .toList();
    return AllowList.announced(announced.list(), announced.area(), nowNs, waves);
  }

  private static ListFacts enforced(
      Step step, Cases cases, ListFacts on, AllowListEntry.Enforced enforced) {
    AllowList list = on.list();
    long nowNs = Utc.ofInstant(step.now());
    require(
        enforced.wave() == list.enforced() && enforced.wave() < list.waves().size(),
        Refusal.ALLOW_LIST_STEP,
        "its next wave is " + list.enforced());
    require(
        nowNs >= list.waves().get(enforced.wave()).fromNs()
            && nowNs >= list.announcedNs() + DryRun.NOTICE_NS,
        Refusal.TOO_EARLY);
    require(
        Objects.equals(enforced.run(), on.run()) && on.runWave() == enforced.wave(),
        Refusal.ALLOW_LIST_STEP,
        "there was no such dry run");
    require(nowNs <= on.runNs() + DryRun.VALID_NS, Refusal.ALLOW_LIST_STEP, "dry run too old");
    Measure measure = Decided.inForce(cases, enforced.caseId(), step.now());
    require(
        measure.effect() == Effect.AUTHORISED_ONLY
            && measure.where() instanceof Where.Area area
            && area.area().equals(list.area())
            && measure.classes().containsAll(list.waves().get(enforced.wave()).classes()),
        Refusal.NOT_DECIDED,
        enforced.caseId() + " does not let only authorised terminals into " + list.area());
    return new ListFacts(list.enforcedFurther(), on.run(), on.runWave(), on.runNs());
  }

  private static ListFacts known(@Nullable ListFacts list, AllowListEntry entry) {
    if (list == null) {
      throw new RefusedException(Refusal.NO_SUCH_LIST, entry.list());
    }
    return list;
  }
}
