package org.orbweaver.app.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.entry.Impact;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.preview.Drift;
import org.orbweaver.governance.preview.ImpactDetail;
import org.orbweaver.governance.preview.ImpactPreview;
import org.orbweaver.governance.state.Board;
import org.orbweaver.governance.state.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code orbweaver case execute}: it takes effect at its time. */
@Command(
    name = "execute",
    description = {
      "Carry out what was decided, as the executor: the preview computed again is compared with the"
          + " approved one, line by line, and where it touches more than it may, the case goes"
          + " back.",
      "A change of people and rules needs no previews."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case execute decisions C-2026-0001 --preview now.json --detail-then detail.json"
          + " --detail-now now-detail.json --key executor.key --append log.key"
    })
final class CaseExecuteCommand extends CaseStepCommand {
  @Option(names = "--preview", paramLabel = "FILE", description = "The preview computed again.")
  @Nullable Path preview;

  @Option(
      names = "--detail-then",
      paramLabel = "FILE",
      description = "Lines of the approved preview, which are not public.")
  @Nullable Path then;

  @Option(names = "--detail-now", paramLabel = "FILE", description = "Lines of the new preview.")
  @Nullable Path now;

  CaseExecuteCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Entry entry(Acting acting, Header header, CaseFile file, Hash on) {
    if (file.measure() == null) {
      return new CaseEntry.Executed(header, file.id(), on, null, 0, 0);
    }
    if (preview == null || then == null || now == null) {
      throw Failure.usage(
          "what would it do now?", "Give --preview, --detail-then and --detail-now.");
    }
    Impact impact = CaseAttachCommand.impact(preview);
    requireSealed(LedgerInputs.parsed(preview, ImpactPreview::parse), impact);
    Drift drift =
        Drift.between(
            LedgerInputs.parsed(then, ImpactDetail::parse),
            LedgerInputs.parsed(now, ImpactDetail::parse));
    Board board = acting.state().board();
    boolean back = board != null && drift.sendsBack(board.settings().moreLinesPercent());
    if (back) {
      surroundings.err().println("It touches more than was approved: the case goes back.");
      return new CaseEntry.SentBack(
          header, file.id(), on, impact, drift.newEssential(), drift.moreLinesPercent());
    }
    return new CaseEntry.Executed(
        header, file.id(), on, impact, drift.newEssential(), drift.moreLinesPercent());
  }

  /** The preview must be about lines at all; whose detail it seals is for those with the salt. */
  private static void requireSealed(ImpactPreview preview, Impact impact) {
    if (!preview.detail().contentClass().equals(ImpactPreview.DETAIL_CLASS)) {
      throw Failure.badInput("the preview " + impact.preview() + " seals no lines", null);
    }
  }
}
