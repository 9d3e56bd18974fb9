package org.orbweaver.app.command;

import java.security.SecureRandom;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.governance.entry.CaseEntry.Channel;
import org.orbweaver.governance.entry.CaseEntry.Received;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.Receipt;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.state.Identifiers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code orbweaver case file} and {@code register}: a request becomes a case. */
@Command(
    name = "file",
    description = {
      "Put a request down as a case; prints the receipt by which the requester follows it.",
      "Nobody needs an account to ask. Requests in writing are signed by the intake desk, a"
          + " program, or by an intake officer; one that was spoken, or came by letter, mail or"
          + " from a court, by an intake officer, who then does not vote on it."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case file decisions --effect enable --area vellmark --summary 'flood relief'"
          + " --key desk.key --append log.key",
      "  orbweaver case file decisions --channel spoken --effect restrict --area vellmark"
          + " --summary 'a minister asks by telephone' --organisation ministry --key intake.key"
          + " --log-key \"$LOG_KEY\" --out request.dsse"
    })
final class CaseFileCommand extends CaseActCommand {
  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      description = "form, letter, mail, spoken or court; form by default.")
  String channel = "form";

  @Option(
      names = "--effect",
      paramLabel = "EFFECT",
      required = true,
      description = "What is asked.")
  String effect = "";

  @Option(
      names = "--area",
      paramLabel = "NAME",
      required = true,
      description = "Which area or country it is about.")
  String area = "";

  @Option(
      names = "--summary",
      paramLabel = "TEXT",
      required = true,
      description = "What is asked, for the public: no names of people.")
  String summary = "";

  @Option(
      names = "--organisation",
      paramLabel = "NAME",
      description = "Which organisation asks; its people do not vote.")
  @Nullable String organisation;

  @Option(
      names = "--requester",
      paramLabel = "ID",
      description = "Who asks, where they act in this ledger; they do not vote.")
  @Nullable String requester;

  @Option(
      names = "--sealed",
      paramLabel = "HASH",
      description = "Commitment to who asks, base64, as 'case seal' prints it.")
  @Nullable String sealed;

  private final String receipt = Receipt.make(new SecureRandom());

  CaseFileCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String receipt() {
    return receipt;
  }

  @Override
  Entry entry(Acting acting) {
    int year = acting.header().time().atZone(ZoneOffset.UTC).getYear();
    return new Received(
        acting.header(),
        Identifiers.nextCase(year, acting.state().caseCount()),
        Receipt.hash(receipt),
        MeasureOptions.word(Channel.class, "--channel", channel),
        MeasureOptions.word(Effect.class, "--effect", effect),
        area,
        summary,
        requester,
        organisation,
        hash(sealed));
  }

  private static @Nullable Hash hash(@Nullable String base64) {
    return base64 == null ? null : LedgerInputs.doing("--sealed", () -> Hash.parse(base64));
  }
}
