package org.orbweaver.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.entry.Impact;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.preview.Drift;
import org.orbweaver.governance.preview.OpenedPreview;
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
      "Both are folders that 'case preview' made. Nothing in them is taken on trust: the approved"
          + " preview must be the one whose hash was signed, the lines those that each preview"
          + " seals and counts, and both about this case's measure.",
      "A change of people and rules needs no previews."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case execute decisions C-2026-0001 --then approved --now again"
          + " --key executor.key --append log.key"
    })
final class CaseExecuteCommand extends CaseStepCommand {
  @Option(
      names = "--then",
      paramLabel = "FOLDER",
      description = "The approved preview, its lines and their salt, which are not public.")
  @Nullable Path then;

  @Option(
      names = "--now",
      paramLabel = "FOLDER",
      description = "The preview computed again, with its lines and their salt.")
  @Nullable Path now;

  CaseExecuteCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Entry entry(Acting acting, Header header, CaseFile file, Hash on) {
    Measure measure = file.measure();
    if (measure == null) {
      return new CaseEntry.Executed(header, file.id(), on, null, 0, 0);
    }
    if (then == null || now == null) {
      throw Failure.usage(
          "what would it do now?", "Give --then and --now, folders of 'orbweaver case preview'.");
    }
    OpenedPreview approved = opened(then, file.id(), measure);
    if (file.impact() == null || !approved.preview().hash().equals(file.impact().preview())) {
      throw Failure.badInput(then + " has not the preview that was approved", null);
    }
    OpenedPreview again = opened(now, file.id(), measure);
    Impact impact = CaseAttachCommand.impact(again.preview());
    Drift drift = Drift.between(approved.detail(), again.detail());
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

  private static OpenedPreview opened(Path folder, String caseId, Measure measure) {
    return LedgerInputs.doing(
        folder.toString(),
        () -> {
          OpenedPreview opened =
              OpenedPreview.of(
                  Files.readAllBytes(folder.resolve("preview.json")),
                  Files.readAllBytes(folder.resolve("detail.json")),
                  Files.readString(folder.resolve("salt.txt")).strip());
          OpenedPreview.requireAbout(opened.preview(), caseId, measure);
          return opened;
        });
  }
}
