package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.preview.WholeFolder;
import org.orbweaver.governance.bundle.BundleCheck;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.signing.UntrustedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orbweaver case check}: a bundle of a case, offline. */
@Command(
    name = "check",
    description = {
      "Check a bundle of 'orbweaver case export', offline.",
      "Ends with 1 where a file is missing, changed or cut short, where an entry is not in the"
          + " ledger, was signed by nobody known or left out, or where the quorum of witnesses is"
          + " not met."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case check C-2026-0001 --policy trust.policy",
      "  orbweaver case check C-2026-0001.zip --log-key \"$LOG_KEY\""
    })
final class CaseCheckCommand implements Callable<Integer>, Tabular {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "BUNDLE", description = "The folder or zip.")
  Path bundle = Path.of("");

  @Mixin PolicyOptions policy = new PolicyOptions();

  @Mixin OutputOptions output = new OutputOptions();

  CaseCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(CheckedRow.SHEET);
  }

  @Override
  public Integer call() {
    TrustPolicy trust = policy.read();
    if (!Files.exists(bundle)) {
      throw Failure.badInput("there is no " + bundle, "Name a bundle's folder or zip.");
    }
    CheckedRow checked;
    try {
      BundleCheck.Proven proven = BundleCheck.check(files(), trust);
      checked =
          new CheckedRow(
              true,
              proven.entries()
                  + " entries of "
                  + proven.caseId()
                  + " are in "
                  + proven.trusted().checkpoint().origin()
                  + ", which has "
                  + proven.trusted().checkpoint().size(),
              proven.trusted());
    } catch (UntrustedException e) {
      checked = CheckedRow.no(e.message());
    }
    return checked.say(surroundings, output, trust);
  }

  private Map<String, byte[]> files() {
    try {
      return WholeFolder.read(bundle);
    } catch (IOException | IllegalArgumentException e) {
      throw new UntrustedException(bundle + " is not whole: " + e.getMessage());
    }
  }
}
