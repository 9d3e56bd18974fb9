package org.orbweaver.governance.state;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.CaseEntry.Channel;
import org.orbweaver.governance.entry.Impact;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Receipt;
import org.orbweaver.governance.merkle.Hash;

/** The usual steps of one case, each an entry that must be accepted; entries to try are given. */
public final class CaseSteps {
  public static final String RECEIPT = "R-00000-00000-00000-00000-";

  private final TestBoard board;
  private final String id;

  public CaseSteps(TestBoard board, String id) {
    this.board = board;
    this.id = id;
  }

  /** A case of a restriction in which approvers are asked. */
  public static CaseSteps inApproval(TestBoard board, String id, Effect effect) {
    CaseSteps steps = new CaseSteps(board, id);
    steps.received();
    steps.assessed(board.measure(effect, Duration.ofDays(9), null));
    steps.previewed(board.impact());
    steps.submitted();
    return steps;
  }

  public CaseState state() {
    return board.file(id).state();
  }

  public String receipt() {
    return RECEIPT + id;
  }

  public CaseEntry.Received receivedBy(String by, Channel channel) {
    return new CaseEntry.Received(
        board.header(by),
        id,
        Receipt.hash(receipt()),
        channel,
        Effect.RESTRICT,
        "vellmark",
        "a neighbouring state asks for darkness",
        null,
        "neighbour",
        null);
  }

  public void received() {
    board.mustApply(receivedBy("intake", Channel.LETTER));
  }

  public CaseEntry.Assessed assessment(Measure measure) {
    return new CaseEntry.Assessed(
        board.header("intake"), id, board.on(id), measure, List.of("neighbour"), "verified");
  }

  public void assessed(Measure measure) {
    board.mustApply(assessment(measure));
  }

  /** The same, with organisations that gain by it. */
  public void assessed(Measure measure, String... gaining) {
    board.mustApply(
        new CaseEntry.Assessed(
            board.header("intake"), id, board.on(id), measure, List.of(gaining), "verified"));
  }

  public CaseEntry.Previewed preview(Impact impact) {
    return new CaseEntry.Previewed(board.header("analyst"), id, board.on(id), impact);
  }

  public void previewed(Impact impact) {
    board.mustApply(preview(impact));
  }

  public CaseEntry.Submitted submission() {
    return new CaseEntry.Submitted(board.header("analyst"), id, board.on(id));
  }

  public void submitted() {
    board.mustApply(submission());
  }

  public CaseEntry.Approved approval(String by) {
    Impact impact = board.file(id).impact();
    @Nullable Hash preview = impact == null ? null : impact.preview();
    return new CaseEntry.Approved(board.header(by), id, board.on(id), preview, "as assessed");
  }

  public void approvedBy(String... people) {
    for (String person : people) {
      board.mustApply(approval(person));
    }
  }

  public CaseEntry.Refused refusal(String by) {
    return new CaseEntry.Refused(board.header(by), id, board.on(id), "no legal basis");
  }

  public CaseEntry.Recused recusal(String by) {
    return new CaseEntry.Recused(board.header(by), id, board.on(id), "worked there");
  }

  public CaseEntry.Noticed notice() {
    return new CaseEntry.Noticed(
        board.header("executor"),
        id,
        board.on(id),
        List.of("customers", "regulator"),
        Hash.leaf(new byte[0]));
  }

  public void noticed() {
    board.mustApply(notice());
  }

  public void scheduled() {
    board.mustApply(new CaseEntry.Scheduled(board.header("executor"), id, board.on(id)));
  }

  public CaseEntry.Executed execution(@Nullable Impact impact, long newEssential, long percent) {
    return new CaseEntry.Executed(
        board.header("executor"), id, board.on(id), impact, newEssential, percent);
  }

  public CaseEntry.SentBack sendingBack(Impact impact, long newEssential, long percent) {
    return new CaseEntry.SentBack(
        board.header("executor"), id, board.on(id), impact, newEssential, percent);
  }

  public void executed(@Nullable Impact impact) {
    board.mustApply(execution(impact, 0, 0));
  }

  /** From being asked for to its time. */
  public void untilItsTime() {
    noticed();
    scheduled();
    Measure measure = Objects.requireNonNull(board.file(id).measure());
    board.pass(Duration.between(board.now(), measure.from()));
  }
}
