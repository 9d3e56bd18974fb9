package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.SealEntry;
import org.orbweaver.governance.ledger.SealedContent;
import org.orbweaver.governance.merkle.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code orbweaver case seal}: what must stay secret for a time is counted all the same. */
@Command(
    name = "seal",
    description = {
      "Put down that there is something secret: its kind, the day on which it is to be shown, and a"
          + " commitment by which it is recognised then.",
      "The content stays where it is. A new salt goes to --salt-file; whoever is shown both, an"
          + " overseer first of all, can check them against the ledger. Of a file of more than"
          + " 5,900 bytes the SHA-256 is sealed."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case seal decisions --kind legal-request --content letter.pdf"
          + " --reveal 2027-06-01 --case C-2026-0001 --salt-file letter.salt --key intake.key"
          + " --append log.key"
    })
final class CaseSealCommand extends CaseActCommand {
  @Option(
      names = "--kind",
      paramLabel = "WORD",
      required = true,
      description = "What kind of secret, for the public: lower-case letters, digits, hyphens.")
  String kind = "";

  @Option(
      names = "--content",
      paramLabel = "FILE",
      required = true,
      description = "What is secret; it is only read.")
  Path content = Path.of("");

  @Option(
      names = "--reveal",
      paramLabel = "DAY",
      required = true,
      description = "When it is to be shown, such as 2027-06-01.")
  String reveal = "";

  @Option(names = "--case", paramLabel = "CASE", description = "To which case it belongs.")
  @Nullable String caseId;

  @Option(
      names = "--salt-file",
      paramLabel = "FILE",
      required = true,
      description = "New file for the salt, which is kept with the content.")
  Path saltFile = Path.of("");

  private final byte[] salt = SealedContent.newSalt(new SecureRandom());
  private @Nullable Hash commitment;

  CaseSealCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  @Nullable String receipt() {
    return commitment == null ? null : commitment.toString();
  }

  @Override
  public Integer call() {
    boolean done = false;
    LedgerInputs.doing(
        saltFile.toString(),
        () -> {
          SealedFiles.write(saltFile, salt);
          return salt;
        });
    try {
      int code = super.call();
      done = code == ExitCode.DONE;
      return code;
    } finally {
      if (!done) {
        forget();
      }
    }
  }

  private void forget() {
    try {
      SealedFiles.forget(saltFile);
    } catch (IOException e) {
      surroundings.err().println(saltFile + " is of no use: nothing was sealed with it");
    }
  }

  @Override
  Entry entry(Acting acting) {
    LocalDate day;
    try {
      day = LocalDate.parse(reveal);
    } catch (DateTimeParseException e) {
      throw Failure.usage("--reveal: '" + reveal + "' is no day such as 2027-06-01", null);
    }
    SealedContent sealed =
        LedgerInputs.doing(
            "--kind", () -> SealedContent.seal(kind, day, salt, SealedFiles.content(content)));
    commitment = Hash.parse(sealed.commitment());
    return new SealEntry.Put(acting.header(), commitment, kind, day, caseId);
  }
}
