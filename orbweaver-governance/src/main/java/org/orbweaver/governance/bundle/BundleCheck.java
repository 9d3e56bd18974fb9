package org.orbweaver.governance.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Change;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.Genesis;
import org.orbweaver.governance.entry.PersonEntry;
import org.orbweaver.governance.json.Json;
import org.orbweaver.governance.json.JsonException;
import org.orbweaver.governance.json.JsonReader;
import org.orbweaver.governance.ledger.ProofFile;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.preview.ImpactPreview;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.UntrustedException;
import org.orbweaver.governance.signing.VerifierKey;
import org.orbweaver.governance.state.SignedEntry;

/**
 * Checks a bundle offline. What it can say: these entries are in the ledger that the policy
 * believes, nothing between them was left out, and the files are those that were made. Whether
 * quorums were met needs the whole ledger.
 */
public final class BundleCheck {
  private final Map<String, byte[]> files;
  private final TrustPolicy policy;

  private BundleCheck(Map<String, byte[]> files, TrustPolicy policy) {
    this.files = files;
    this.policy = policy;
  }

  /**
   * What a bundle proves.
   *
   * @param caseId of which case
   * @param entries how many entries of it
   * @param trusted the checkpoint
   */
  public record Proven(String caseId, int entries, TrustPolicy.Trusted trusted) {}

  /**
   * Checks everything.
   *
   * @param files by path
   * @throws UntrustedException where something is missing or wrong; the message names the first
   */
  public static Proven check(Map<String, byte[]> files, TrustPolicy policy) {
    try {
      return new BundleCheck(files, policy).check();
    } catch (MalformedException e) {
      throw new UntrustedException(e.message());
    } catch (JsonException e) {
      throw new UntrustedException(e.message());
    }
  }

  private Proven check() {
    Map<String, Json> manifest = manifest();
    sums(manifest);
    TrustPolicy.Trusted trusted = policy.trust(SignedNote.parse(file("checkpoint")));
    if (!text(manifest, "origin").equals(trusted.checkpoint().origin())) {
      throw new UntrustedException("the bundle is of another ledger");
    }
    int ofCase = entries(manifest, text(manifest, "case"), trusted);
    for (Json preview : list(manifest, "previews")) {
      String hash = string(preview);
      byte[] bytes = file("previews/" + hash + ".json");
      if (!ImpactPreview.parse(bytes).hash().hex().equals(hash)) {
        throw new UntrustedException("a preview was changed");
      }
    }
    return new Proven(text(manifest, "case"), ofCase, trusted);
  }

  private Map<String, Json> manifest() {
    if (JsonReader.read(file("bundle.json")) instanceof Json.Obj object
        && object.members().get("format") instanceof Json.Str format
        && format.value().equals(CaseBundle.FORMAT)) {
      return object.members();
    }
    throw new UntrustedException("this is no bundle of the format " + CaseBundle.FORMAT);
  }

  /** Each file has its hash, and there is none that has not. */
  private void sums(Map<String, Json> manifest) {
    Set<String> listed = new HashSet<>(Set.of("bundle.json", "SHA256SUMS"));
    list(manifest, "files").forEach(path -> listed.add(string(path)));
    if (!files.keySet().equals(listed)) {
      throw new UntrustedException("files are missing, or there are others than were made");
    }
    Map<String, byte[]> others = new TreeMap<>(files);
    byte[] sums = others.remove("SHA256SUMS");
    if (!Arrays.equals(sums, CaseBundle.sums(others).getBytes(UTF_8))) {
      throw new UntrustedException("a file was changed since SHA256SUMS was made");
    }
  }

  private int entries(Map<String, Json> manifest, String caseId, TrustPolicy.Trusted trusted) {
    Set<org.orbweaver.governance.merkle.Hash> leaves = new HashSet<>();
    Set<VerifierKey> keys = new HashSet<>();
    int ofCase = 0;
    boolean opened = false;
    for (Json row : list(manifest, "entries")) {
      long index = index(row);
      byte[] bytes = file("entries/" + index + ".json");
      ProofFile proof = ProofFile.parse(file("proofs/" + index + ".tlog-proof"));
      if (proof.index() != index) {
        throw new UntrustedException("a proof is of entry " + proof.index() + ", not " + index);
      }
      TrustPolicy.Trusted its = proof.verify(bytes, policy);
      if (!its.checkpoint().equals(trusted.checkpoint())) {
        throw new UntrustedException("a proof has another checkpoint");
      }
      SignedEntry signed = SignedEntry.read(bytes);
      learn(keys, signed.entry());
      if (signed.envelope().signers(keys).size() < signed.envelope().signatures().size()) {
        throw new UntrustedException("a signature of entry " + index + " is nobody's");
      }
      if (signed.entry() instanceof CaseEntry entry && entry.caseId().equals(caseId)) {
        opened |= entry instanceof CaseEntry.Opening;
        if (entry instanceof CaseEntry.Step step && !leaves.contains(step.on())) {
          throw new UntrustedException("an entry before entry " + index + " was left out");
        }
        ofCase++;
      }
      leaves.add(signed.leaf());
    }
    if (!opened || keys.isEmpty()) {
      throw new UntrustedException("the bundle does not begin with the case's first entry");
    }
    return ofCase;
  }

  private static void learn(Set<VerifierKey> keys, Entry entry) {
    switch (entry) {
      case Genesis genesis -> genesis.people().forEach(person -> keys.add(person.key()));
      case PersonEntry.KeyRotated rotated -> keys.add(rotated.key());
      case CaseEntry.Proposed proposed -> {
        for (Change change : proposed.changes()) {
          switch (change) {
            case Change.Add add -> keys.add(add.person().key());
            case Change.Key key -> keys.add(key.key());
            default -> {}
          }
        }
      }
      default -> {}
    }
  }

  private static long index(Json row) {
    if (row instanceof Json.Obj object
        && object.members().get("index") instanceof Json.Num number
        && number.text().matches("[0-9]{1,18}")) {
      return Long.parseLong(number.text());
    }
    throw new UntrustedException("an entry of bundle.json has no index");
  }

  private byte[] file(String path) {
    byte[] bytes = files.get(path);
    if (bytes == null) {
      throw new UntrustedException("there is no file " + path);
    }
    return bytes;
  }

  private static List<Json> list(Map<String, Json> manifest, String key) {
    if (manifest.get(key) instanceof Json.Arr array) {
      return array.values();
    }
    throw new UntrustedException("bundle.json has no list \"" + key + "\"");
  }

  private static String text(Map<String, Json> manifest, String key) {
    Json value = manifest.get(key);
    return string(value == null ? new Json.Null() : value);
  }

  private static String string(Json value) {
    if (value instanceof Json.Str text) {
      return text.value();
    }
    throw new UntrustedException("bundle.json is not as it should be");
  }
}
