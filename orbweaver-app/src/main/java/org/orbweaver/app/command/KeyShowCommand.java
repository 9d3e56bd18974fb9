package org.orbweaver.app.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.signing.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver key show}: the public part of a key. */
@Command(
    name = "show",
    description = "Show the public part of a key.",
    footer = {
      "",
      "Examples:",
      "  orbweaver key show log.key",
      "  orbweaver key show log.key --format json",
      "  orbweaver key show log.key --pem > log.pem      for openssl"
    })
final class KeyShowCommand implements Callable<Integer>, Tabular {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "FILE", description = "Private key, or a file with a verifier key.")
  Path file = Path.of("");

  @Option(names = "--pem", description = "Only the key, as openssl reads it.")
  boolean pem;

  @Mixin OutputOptions output = new OutputOptions();

  KeyShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(KeyCommand.SHEET);
  }

  @Override
  public Integer call() {
    String text =
        LedgerInputs.parsed(file, bytes -> new String(bytes, StandardCharsets.UTF_8)).strip();
    VerifierKey key =
        text.startsWith("PRIVATE+")
            ? LedgerInputs.key(file).verifier()
            : LedgerInputs.parsed(file, bytes -> VerifierKey.parse(text));
    if (pem) {
      surroundings.out().print(key.toPem());
      surroundings.out().flush();
      return ExitCode.DONE;
    }
    try (RowWriter rows = output.open(surroundings, KeyCommand.SHEET)) {
      KeyCommand.write(rows, key);
    }
    return ExitCode.DONE;
  }
}
