package org.orbweaver.app.command;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Where;
import org.orbweaver.governance.state.CaseFile;

/** Cases as rows. */
final class CaseRows {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.case/1",
          Column.text("case_id", "which case"),
          Column.text("matter", "service, break-glass, or change of people and rules"),
          Column.text("state", "where it stands"),
          Column.text("since", "since when, UTC"),
          Column.text("deadline", "until when it must go on; empty where nothing presses"),
          Column.text("effect", "what it would do, or what is asked"),
          Column.text("where", "area, countries or terminals"),
          Column.text("from", "when it takes effect"),
          Column.text("until", "when it ends by itself"),
          Column.number("votes", "that were given on its text as it is"),
          Column.flag("in_force", "whether it decides about service now"),
          Column.number("effect_index", "entry by which it took effect"),
          Column.flag("witnessed", "whether the quorum of witnesses has seen the ledger"));

  private CaseRows() {}

  /** Lower case with hyphens. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Cases of a ledger.
   *
   * @param files of them
   */
  static void write(
      RowWriter rows, GovernedLedgers.Verified ledger, List<CaseFile> files, Instant now) {
    Set<String> inForce =
        ledger.state().inForce(now).stream().map(CaseFile::id).collect(Collectors.toSet());
    for (CaseFile file : files) {
      write(rows, file, inForce.contains(file.id()), ledger.witnessed());
    }
  }

  private static void write(RowWriter rows, CaseFile file, boolean inForce, boolean witnessed) {
    Measure measure = file.measure();
    rows.text(file.id())
        .text(file.isGovernance() ? "change" : file.isBreakGlass() ? "break-glass" : "service")
        .text(word(file.state()))
        .text(file.since().toString())
        .text(text(file.deadline()));
    if (measure != null) {
      rows.text(word(measure.effect()))
          .text(where(measure.where()))
          .text(text(file.inForceFrom() == null ? measure.from() : file.inForceFrom()))
          .text(text(file.inForceFrom() == null ? measure.until() : file.inForceUntil()));
    } else if (file.opening() instanceof CaseEntry.Received asked) {
      rows.text(word(asked.effect())).text(asked.area()).empty(2);
    } else {
      rows.empty(4);
    }
    rows.number(file.ballots().size()).flag(inForce);
    if (file.effectIndex() < 0) {
      rows.empty(1);
    } else {
      rows.number(file.effectIndex());
    }
    rows.flag(witnessed).endRow();
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  static String where(Where where) {
    return switch (where) {
      case Where.Everywhere all -> "everywhere";
      case Where.Countries in -> String.join(" ", in.countries());
      case Where.Area in -> in.area();
      case Where.Terminals some -> String.join(" ", some.terminals());
    };
  }
}
