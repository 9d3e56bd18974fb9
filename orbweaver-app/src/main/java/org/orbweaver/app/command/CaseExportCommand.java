package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Reasons;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.preview.WholeFolder;
import org.orbweaver.governance.bundle.CaseBundle;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.TrustPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver case export}: a case as one folder that needs nothing else. */
@Command(
    name = "export",
    description = {
      "Write a case into one folder or zip that needs nothing else: a page to read, its entries,"
          + " proofs, the checkpoint, and a script with which other people's tools check it.",
      "The whole ledger is verified first. Nothing that is not public is put in."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case export decisions C-2026-0001 --policy trust.policy --out C-2026-0001",
      "  orbweaver case export https://ledger.example.org/2026 C-2026-0001 --policy trust.policy"
          + " --preview preview.json --map map.svg --out C-2026-0001.zip"
    })
final class CaseExportCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.case.bundle/1",
          Column.text("case_id", "which case"),
          Column.text("place", "folder or zip"),
          Column.number("files", "how many are in it"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(index = "0", paramLabel = "LEDGER", description = "Folder or URL of the ledger.")
  String place = "";

  @Parameters(index = "1", paramLabel = "CASE", description = "Id of the case: C-2026-0001.")
  String caseId = "";

  @Mixin PolicyOptions policy = new PolicyOptions();

  @Option(
      names = "--preview",
      paramLabel = "FILE",
      description =
          "A preview that the case names, or several, one a line; others are left out. May be"
              + " repeated.")
  List<Path> previews = new ArrayList<>();

  @Option(names = "--map", paramLabel = "FILE", description = "The preview's map, map.svg.")
  @Nullable Path map;

  @Option(
      names = "--out",
      paramLabel = "PATH",
      required = true,
      description = "Folder, or file where it ends with .zip.")
  Path out = Path.of("");

  @Option(names = "--force", description = "Replace what is there.")
  boolean force;

  @Mixin OutputOptions output = new OutputOptions();

  CaseExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() {
    TrustPolicy trust = policy.read();
    LedgerSource source = LedgerInputs.source(place);
    String text = policy.policy == null ? "" : text(policy.policy);
    String picture = map == null ? "" : text(map);
    if (!picture.isEmpty() && !picture.startsWith("<svg")) {
      throw Failure.badInput(map + " is no map of 'orbweaver case preview'", null);
    }
    List<byte[]> given = new ArrayList<>();
    for (Path preview : previews) {
      text(preview).lines().forEach(line -> given.add(GovernedLedgers.bytes(line + "\n")));
    }
    Map<String, byte[]> files =
        LedgerInputs.doing(place, () -> CaseBundle.of(source, trust, text, caseId, given, picture));
    write(files);
    if (output.asksForRows()) {
      try (RowWriter rows = output.open(surroundings, SHEET)) {
        rows.text(caseId).text(out.toString()).number(files.size()).endRow();
      }
    } else {
      surroundings.out().println(out);
      surroundings.out().flush();
    }
    return ExitCode.DONE;
  }

  private void write(Map<String, byte[]> files) {
    boolean zip = WholeFolder.isZip(out);
    try (NewPath whole = NewPath.claim(out, !zip, force)) {
      if (zip) {
        WholeFolder.zip(whole.partial(), files);
      } else {
        WholeFolder.write(whole.partial(), files);
      }
      whole.publish();
    } catch (IOException e) {
      throw Failure.environment(
          "cannot write " + out + ": " + Reasons.ofWriting(e), "Name another place with --out.");
    }
  }

  private static String text(Path file) {
    return LedgerInputs.doing(
        file.toString(), () -> Files.readString(file, StandardCharsets.UTF_8));
  }
}
