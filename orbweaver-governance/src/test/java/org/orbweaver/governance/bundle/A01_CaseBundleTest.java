package org.orbweaver.governance.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.governance.ledger.DamagedException;
import org.orbweaver.governance.ledger.LedgerFolder;
import org.orbweaver.governance.ledger.PolicyReader;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.signing.UntrustedException;
import org.xml.sax.InputSource;

class A01_CaseBundleTest {
  private static final Path EXAMPLE = Path.of("..", "examples", "ledger");
  private static final String CASE = "C-2026-0003";

  private static Map<String, byte[]> bundle = Map.of();
  private static TrustPolicy policy = readPolicy();

  @TempDir private Path folder = Path.of("");

  private static String policyText() throws IOException {
    return Files.readString(EXAMPLE.resolve("trust.policy"));
  }

  private static TrustPolicy readPolicy() {
    try {
      return PolicyReader.read(policyText());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> make(String caseId) throws IOException {
    List<byte[]> previews =
        Files.readAllLines(EXAMPLE.resolve("previews.jsonl")).stream()
            .map(line -> (line + "\n").getBytes(UTF_8))
            .toList();
    return CaseBundle.of(
        new LedgerFolder(EXAMPLE.resolve("ledger")), policy, policyText(), caseId, previews, "");
  }

  @BeforeAll
  static void makeOne() throws IOException {
    bundle = make(CASE);
  }

  private Path write(Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.write(path, file.getValue());
    }
    return folder;
  }

  private static int run(Path folder, String... command) throws Exception {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      int code = process.waitFor();
      assertThat(output).as(output).matches(code == 0 ? "(?s)yes: .*" : "(?s).*NO: .*");
      return code;
    } catch (IOException e) {
      return 127;
    }
  }

  private static void needTools(Path folder) throws Exception {
    for (String tool :
        List.of("openssl version", "jq --version", "sha256sum --version", "sh -c :")) {
      try {
        Process process = new ProcessBuilder(tool.split(" ")).directory(folder.toFile()).start();
        process.getInputStream().readAllBytes();
        Assumptions.assumeTrue(process.waitFor() == 0, "no " + tool.split(" ")[0]);
      } catch (IOException e) {
        Assumptions.abort("no " + tool.split(" ")[0] + " on the PATH");
      }
    }
  }

  @Test
  void aBundleHoldsThePageTheEntriesTheirProofsAndWhatChecksThem() {
    assertThat(bundle.keySet())
        .contains(
            "index.html",
            "bundle.json",
            "checkpoint",
            "check.sh",
            "check.go",
            "keys/log.pem",
            "keys/log.vkey",
            "trust.policy",
            "entries/0.json",
            "proofs/0.tlog-proof",
            "SHA256SUMS");
    BundleCheck.Proven proven = BundleCheck.check(bundle, policy);
    assertThat(proven.caseId()).isEqualTo(CASE);
    assertThat(proven.entries()).isGreaterThanOrEqualTo(6);
    assertThat(proven.trusted().witnessed()).isTrue();
  }

  @Test
  void thePageIsWellFormedNeedsNothingAndSaysWhatHappened() throws Exception {
    String html = new String(Objects.requireNonNull(bundle.get("index.html")), UTF_8);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))));
    assertThat(html)
        .contains("Case " + CASE, "Refused", "no legal basis in the region itself", "check.sh")
        .doesNotContain("http:", "https:", "<script", "@import");
    String keep = System.getProperty("orbweaver.keep");
    if (keep != null) {
      folder = Path.of(keep);
      write(bundle);
    }
  }

  @Test
  void everyCaseOfTheExampleMakesABundleThatHolds() throws IOException {
    for (int number = 1; number <= 42; number += 14) {
      String id = "C-2026-%04d".formatted(number);
      assertThat(BundleCheck.check(make(id), policy).caseId()).isEqualTo(id);
    }
  }

  @Test
  void theSameLedgerMakesTheSameBundle() throws IOException {
    Map<String, byte[]> again = make(CASE);
    assertThat(again.keySet()).isEqualTo(bundle.keySet());
    again.forEach((path, bytes) -> assertThat(bundle.get(path)).as(path).isEqualTo(bytes));
  }

  @Test
  void aCaseThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> make("C-2026-9999"))
        .isInstanceOf(DamagedException.class)
        .hasMessageContaining("C-2026-9999");
  }

  @Test
  void aBundleWithoutAnyOfItsFilesFails() {
    for (String path : bundle.keySet()) {
      Map<String, byte[]> copy = new TreeMap<>(bundle);
      copy.remove(path);
      refused(copy, path);
    }
  }

  @Test
  void aBundleWithAnyFileCutShortFails() {
    bundle.forEach((path, bytes) -> {
      for (int length : new int[] {0, 1, bytes.length / 2, bytes.length - 1}) {
        Map<String, byte[]> copy = new TreeMap<>(bundle);
        copy.put(path, Arrays.copyOf(bytes, length));
        refused(copy, path + " of " + length + " bytes");
      }
    });
  }

  @Test
  void aBundleFromWhichAnEntryIsLeftOutConsistentlyFails() {
    List<String> indices = new ArrayList<>();
    for (String path : bundle.keySet()) {
      if (path.startsWith("entries/")) {
        indices.add(path.replaceAll("\\D", ""));
      }
    }
    int last = indices.stream().mapToInt(Integer::parseInt).max().orElseThrow();
    for (String index : indices) {
      if (Integer.parseInt(index) == last || isVoteOrOfBoard(index)) {
        continue; // A last vote can be left out; only the whole ledger shows it.
      }
      refused(without(index), "without entry " + index);
    }
  }

  private static boolean isVoteOrOfBoard(String index) {
    String manifest = new String(Objects.requireNonNull(bundle.get("bundle.json")), UTF_8);
    return !index.equals("0")
        && !manifest.matches(
            "(?s).*\\{\"index\":" + index + ",\"kind\":\"case\\.(received|assessed|previewed)\".*");
  }

  /** Without an entry, and with sums and lists that say so. */
  private static Map<String, byte[]> without(String index) {
    Map<String, byte[]> copy = new TreeMap<>(bundle);
    copy.remove("entries/" + index + ".json");
    copy.remove("proofs/" + index + ".tlog-proof");
    String manifest =
        new String(Objects.requireNonNull(copy.get("bundle.json")), UTF_8)
            .replaceAll("\\{\"index\":" + index + ",[^}]*\\},?", "")
            .replaceAll(
                "\"(entries/" + index + "\\.json|proofs/" + index + "\\.tlog-proof)\",?", "");
    copy.put("bundle.json", manifest.getBytes(UTF_8));
    copy.remove("SHA256SUMS");
    String sums = CaseBundle.sums(copy);
    copy.put("SHA256SUMS", sums.getBytes(UTF_8));
    return copy;
  }

  @Test
  void aBundleUnderAnotherPolicyFails() {
    TrustPolicy other =
        TrustPolicy.unwitnessed(
            org.orbweaver.governance.ledger.TestLedger.key(
                    "ledger.orbweaver.example/2026",
                    org.orbweaver.governance.signing.KeyType.ED25519,
                    9)
                .verifier());
    assertThatThrownBy(() -> BundleCheck.check(bundle, other))
        .isInstanceOf(UntrustedException.class);
  }

  @Test
  void otherPeoplesToolsSayYesToAWholeBundle() throws Exception {
    needTools(folder);
    write(bundle);
    Path known = EXAMPLE.resolve("log.pem").toAbsolutePath();
    assertThat(run(folder, "sh", "check.sh", known.toString())).isZero();
  }

  @Test
  void otherPeoplesToolsSayNoToATruncatedOrChangedOne() throws Exception {
    needTools(folder);
    for (String path :
        List.of(
            "checkpoint",
            "entries/0.json",
            "proofs/0.tlog-proof",
            "bundle.json",
            "SHA256SUMS",
            "keys/log.pem",
            "index.html")) {
      byte[] right = Objects.requireNonNull(bundle.get(path));
      write(bundle);
      Files.write(folder.resolve(path), Arrays.copyOf(right, right.length / 2));
      assertThat(run(folder, "sh", "check.sh")).as(path).isEqualTo(1);
      Files.delete(folder.resolve(path));
      assertThat(run(folder, "sh", "check.sh")).as(path + " missing").isEqualTo(1);
    }
    // With sums that fit, the signatures and the tree still say no.
    Map<String, byte[]> forged = new TreeMap<>(bundle);
    String entry = new String(Objects.requireNonNull(forged.get("entries/0.json")), UTF_8);
    forged.put("entries/0.json", entry.replace("\"sig\":\"", "\"sig\": \"").getBytes(UTF_8));
    forged.remove("SHA256SUMS");
    String sums = CaseBundle.sums(forged);
    forged.put("SHA256SUMS", sums.getBytes(UTF_8));
    write(forged);
    assertThat(run(folder, "sh", "check.sh")).isEqualTo(1);
  }

  private static void refused(Map<String, byte[]> files, String what) {
    assertThatThrownBy(() -> BundleCheck.check(files, policy))
        .as(what)
        .isInstanceOf(UntrustedException.class);
  }
}
