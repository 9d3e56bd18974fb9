package org.orbweaver.app.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Reasons;
import org.orbweaver.core.policy.AreaTable;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.PolicyRules;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Where;
import org.orbweaver.governance.ledger.audit.Audit;
import org.orbweaver.governance.office.ProvenDecisions;

/**
 * What a governed network obeys: the decisions that its ledger proves, looked up again and again.
 * Where the ledger cannot be read or is wrong, what was proven before goes on, and that is told.
 */
public final class LedgerPolicy implements AutoCloseable {
  private static final long PERIOD_MS = 2_000;

  private final ProvenDecisions proven;
  private final AreaTable areas;
  private final LongSupplier nowS;
  private final Set<String> told = new HashSet<>();
  private volatile PolicyRules rules;
  private volatile @Nullable Thread thread;

  /**
   * Looks at the ledger for the first time.
   *
   * @param areas the network's, about which decisions may be
   * @param nowS seconds since the Unix epoch
   * @throws Failure where the ledger cannot be read or is wrong
   */
  public LedgerPolicy(ProvenDecisions proven, AreaTable areas, LongSupplier nowS) {
    this.proven = proven;
    this.areas = areas;
    this.nowS = nowS;
    this.rules = new PolicyRules(areas, List.of(), true);
    String wrong = look(notice -> {});
    if (wrong != null) {
      throw Failure.badInput(wrong, "A governed network begins with a ledger that it can believe.");
    }
    told.clear();
  }

  /** What is decided, as far as it is proven. */
  PolicyRules rules() {
    return rules;
  }

  /**
   * Follows the ledger from now on.
   *
   * @param changed told when something else is decided; it may block
   * @param notice told what is wrong, once
   */
  void follow(Runnable changed, Consumer<String> notice) {
    thread =
        Thread.ofPlatform()
            .name("ledger")
            .daemon()
            .start(() -> {
              try {
                while (true) {
                  PolicyRules before = rules;
                  String wrong = look(notice);
                  if (wrong != null && told.add(wrong)) {
                    notice.accept(wrong + "; what was proven before goes on");
                  }
                  if (rules != before) {
                    changed.run();
                  }
                  Thread.sleep(PERIOD_MS);
                }
              } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** What is wrong with the ledger, or null. */
  private @Nullable String look(Consumer<String> notice) {
    try {
      Audit.Fault fault = proven.refresh(nowS.getAsLong());
      if (fault != null) {
        return "the ledger is wrong: "
            + (fault.first() < 0 ? "" : "entry " + fault.first() + ": ")
            + fault.what();
      }
    } catch (IOException e) {
      return "the ledger cannot be read: " + Reasons.of(e);
    }
    List<Decision> decisions = new ArrayList<>();
    for (ProvenDecisions.Proven one : proven.granted()) {
      String fault = fault(one);
      Decision now = proven.staged(one.decision());
      if (fault == null && now != null) {
        decisions.add(now);
      } else if (fault != null && told.add(fault)) {
        notice.accept(fault);
      }
    }
    decisions.addAll(proven.ofServices());
    if (!decisions.equals(rules.decisions())) {
      rules = rules.with(decisions);
    }
    return null;
  }

  /** Why a decision cannot be obeyed: its area is not the network's, to the last corner. */
  private @Nullable String fault(ProvenDecisions.Proven one) {
    Measure measure = one.file().measure();
    if (measure == null || !(measure.where() instanceof Where.Area in)) {
      return null;
    }
    int area = areas.indexOf(in.area());
    String beginning = "decision " + one.decision().id() + " is about area " + in.area();
    return area < 0
        ? beginning + ", which this network has not: it is not obeyed"
        : areas.area(area).hash().equals(in.hash())
            ? null
            : beginning + ", which is drawn otherwise in this network: it is not obeyed";
  }

  @Override
  public void close() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }
}
