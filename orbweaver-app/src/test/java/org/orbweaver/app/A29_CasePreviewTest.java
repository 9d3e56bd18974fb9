package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.governance.preview.ImpactDetail;
import org.orbweaver.governance.preview.ImpactPreview;

/** {@code orbweaver case preview}, {@code export} and {@code check} by hand. */
class A29_CasePreviewTest {
  private static final Path STORIES = Path.of("..", "examples", "stories");
  private static final Path LEDGER = Path.of("..", "examples", "ledger");
  private static final String SALT = "ab".repeat(32);

  @TempDir private Path folder = Path.of("");

  private static Run.Outcome run(String... args) {
    return Run.run(args);
  }

  private String draft() throws Exception {
    String hash =
        run("area", "list", STORIES.resolve("region.yaml").toString(), "--format", "csv")
            .out()
            .lines()
            .filter(line -> line.startsWith("vellmark,"))
            .map(line -> line.replaceAll(".*,", ""))
            .findFirst()
            .orElseThrow();
    return Tiny.write(
        folder,
        "draft.json",
        """
        {"effect":"restrict","where":{"is":"area","area":"vellmark","hash":"%s"},
         "classes":["consumer"],"from":"2026-06-01T00:00:00Z","until":"2026-06-02T00:00:00Z",
         "grace":"PT0S","legalBasis":"an invented order","onExpiry":"revert","yieldsTo":[],
         "supersedes":[]}
        """
            .formatted(hash));
  }

  private Run.Outcome preview(String out, String... more) throws Exception {
    List<String> args =
        new java.util.ArrayList<>(
            List.of(
                "case",
                "preview",
                "--measure",
                draft(),
                "--scenario",
                STORIES.resolve("region.yaml").toString(),
                "--for",
                "2m",
                "--time",
                "2026-05-30T00:00:00Z",
                "--salt",
                SALT,
                "--out",
                folder.resolve(out).toString()));
    args.addAll(List.of(more));
    if (!args.contains("--lines")) {
      args.addAll(List.of("--lines", STORIES.resolve("lines.csv").toString()));
    }
    return run(args.toArray(String[]::new));
  }

  @Test
  void aDraftIsPreviewedWithItsMapAndItsSealedLines() throws Exception {
    Run.Outcome run = preview("one", "--format", "csv");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("consumer,25,25,25,0,100,0,", "hospital,0,0,0,0,0,0,0,0");
    ImpactPreview preview =
        ImpactPreview.parse(Files.readAllBytes(folder.resolve("one/preview.json")));
    byte[] detail = Files.readAllBytes(folder.resolve("one/detail.json"));
    assertThat(ImpactDetail.parse(detail).lines()).hasSizeBetween(25, 29);
    assertThat(preview.detail().isOpenedBy(java.util.HexFormat.of().parseHex(SALT), detail))
        .isTrue();
    assertThat(Files.readString(folder.resolve("one/map.svg"))).startsWith("<svg");
    assertThat(Files.readString(folder.resolve("one/map.geojson"))).contains("FeatureCollection");
    assertThat(run.err()).contains(preview.hash().hex());
  }

  @Test
  void theSameQuestionIsTheSameFile() throws Exception {
    assertThat(preview("one").exitCode()).isZero();
    assertThat(preview("two", "--show", "notices").exitCode()).isZero();
    assertThat(folder.resolve("one/preview.json"))
        .hasSameBinaryContentAs(folder.resolve("two/preview.json"));
  }

  @Test
  void wrongUseAndWrongInputAreNamedAndLeaveNothing() throws Exception {
    assertThat(preview("x", "--show", "everything").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(preview("x", "--salt", "12").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(preview("x", "--time", "yesterday").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run("case", "preview", "--scenario", "hello", "--out", "x").exitCode())
        .isEqualTo(ExitCode.USAGE);
    String table = Tiny.write(folder, "bad.csv", "terminal,people\nnobody,4\nv01,none\n");
    Run.Outcome bad = preview("x", "--lines", table);
    assertThat(bad.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bad.err()).contains("nobody", "none");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void aCaseOfTheExampleLeavesAsFolderAndZipAndATruncatedOneIsRefused() throws Exception {
    String policy = LEDGER.resolve("trust.policy").toString();
    for (String name : List.of("bundle", "bundle.zip")) {
      String out = folder.resolve(name).toString();
      Run.Outcome export =
          run(
              "case",
              "export",
              LEDGER.resolve("ledger").toString(),
              "C-2026-0003",
              "--policy",
              policy,
              "--preview",
              LEDGER.resolve("previews.jsonl").toString(),
              "--out",
              out);
      assertThat(export.exitCode()).as(export.err()).isZero();
      Run.Outcome check = run("case", "check", out, "--policy", policy);
      assertThat(check.out()).startsWith("yes: ").contains("witnessed by");
      assertThat(run("case", "check", out, "--policy", policy, "--format", "json").out())
          .contains("\"holds\":true", "\"witnessed\":true");
      assertThat(check.exitCode()).isZero();
    }
    Files.delete(folder.resolve("bundle/index.html"));
    assertThat(run("case", "check", folder.resolve("bundle").toString(), "--policy", policy))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(ExitCode.NO));
    byte[] zip = Files.readAllBytes(folder.resolve("bundle.zip"));
    for (int length : new int[] {0, 100, zip.length / 2, zip.length - 1}) {
      Path cut = folder.resolve("cut.zip");
      Files.write(cut, java.util.Arrays.copyOf(zip, length));
      Run.Outcome run = run("case", "check", cut.toString(), "--policy", policy);
      assertThat(run.exitCode()).as(length + " bytes").isEqualTo(ExitCode.NO);
      assertThat(run.out()).startsWith("NO: ");
    }
  }
}
