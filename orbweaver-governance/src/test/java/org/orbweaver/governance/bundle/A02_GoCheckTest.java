package org.orbweaver.governance.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.governance.ledger.LedgerFolder;
import org.orbweaver.governance.ledger.PolicyReader;

/**
 * The bundle's {@code check.go}, compiled and run against {@code golang.org/x/mod}. Only in the
 * full verification, because Go compiles its library first, and only where Go and Debian's {@code
 * golang-golang-x-mod-dev} are installed.
 */
class A02_GoCheckTest {
  private static final Path EXAMPLE = Path.of("..", "examples", "ledger");
  private static final Path GO_PATH = Path.of("/usr/share/gocode");

  @TempDir private Path folder = Path.of("");

  private record Ended(int exitCode, String output) {}

  private Ended run(Path place, List<String> command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(place.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "GO111MODULE",
                "off",
                "GOPATH",
                GO_PATH.toString(),
                "GOCACHE",
                folder.resolve("cache").toString()));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), output);
  }

  private Ended check(Path program, Map<String, byte[]> bundle, String... arguments)
      throws Exception {
    Path place = Files.createTempDirectory(folder, "bundle");
    for (Map.Entry<String, byte[]> file : bundle.entrySet()) {
      Path path = place.resolve(file.getKey());
      Files.createDirectories(java.util.Objects.requireNonNull(path.getParent()));
      Files.write(path, file.getValue());
    }
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(Arrays.asList(arguments));
    return run(place, command);
  }

  private void needGo() throws Exception {
    Assumptions.assumeTrue(Boolean.getBoolean("orbweaver.full"), "only in the full verification");
    Assumptions.assumeTrue(
        Files.isDirectory(GO_PATH.resolve("src/golang.org/x/mod/sumdb/tlog")),
        "golang.org/x/mod is not installed");
    try {
      Assumptions.assumeTrue(
          run(folder, List.of("go", "version")).exitCode() == 0, "go does not run");
    } catch (IOException e) {
      Assumptions.abort("no go on the PATH");
    }
  }

  @Test
  void goSaysYesToABundleAndNoToAChangedOne() throws Exception {
    needGo();
    String policy = Files.readString(EXAMPLE.resolve("trust.policy"));
    List<byte[]> previews =
        Files.readAllLines(EXAMPLE.resolve("previews.jsonl")).stream()
            .map(line -> (line + "\n").getBytes(UTF_8))
            .toList();
    Map<String, byte[]> bundle =
        CaseBundle.of(
            new LedgerFolder(EXAMPLE.resolve("ledger")),
            PolicyReader.read(policy),
            policy,
            "C-2026-0003",
            previews,
            "");
    Path program = folder.resolve("check");
    Files.write(
        folder.resolve("check.go"), java.util.Objects.requireNonNull(bundle.get("check.go")));
    Ended built = run(folder, List.of("go", "build", "-o", program.toString(), "check.go"));
    assertThat(built.exitCode()).as(built.output()).isZero();
    String key = Files.readString(EXAMPLE.resolve("log.vkey")).strip();
    Ended yes = check(program, bundle, key);
    assertThat(yes.output()).startsWith("yes: ");
    assertThat(yes.exitCode()).isZero();
    for (String path : List.of("checkpoint", "entries/0.json", "proofs/0.tlog-proof")) {
      Map<String, byte[]> changed = new java.util.TreeMap<>(bundle);
      byte[] right = java.util.Objects.requireNonNull(bundle.get(path));
      changed.put(path, Arrays.copyOf(right, right.length / 2));
      no(check(program, changed, key));
      changed.remove(path);
      if (!path.startsWith("entries")) {
        no(check(program, changed, key));
      }
    }
    no(check(program, bundle));
    no(check(program, bundle, key.substring(0, key.length() - 2) + "AA"));
  }

  private static void no(Ended ended) {
    assertThat(ended.output()).startsWith("NO: ");
    assertThat(ended.exitCode()).isEqualTo(1);
  }
}
