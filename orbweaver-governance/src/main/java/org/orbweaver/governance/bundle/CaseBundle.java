package org.orbweaver.governance.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.json.Json;
import org.orbweaver.governance.json.JsonWriter;
import org.orbweaver.governance.ledger.DamagedException;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.ProofFile;
import org.orbweaver.governance.ledger.TileReader;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.merkle.ProofMaker;
import org.orbweaver.governance.preview.ImpactPreview;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.UntrustedException;
import org.orbweaver.governance.signing.VerifierKey;

/** Makes the files of a bundle. Everything in it is verified before. */
public final class CaseBundle {
  /** What stands first in {@code bundle.json}. */
  public static final String FORMAT = "orbweaver-case-bundle/1";

  private final CaseHistory history;
  private final TrustPolicy policy;
  private final String policyText;
  private final Map<String, byte[]> files = new TreeMap<>();

  private CaseBundle(CaseHistory history, TrustPolicy policy, String policyText) {
    this.history = history;
    this.policy = policy;
    this.policyText = policyText;
  }

  /**
   * The files of a bundle by path.
   *
   * @param policyText the policy as its file has it; empty where only the log is believed
   * @param previews canonical bytes of previews; those that the case names are put in
   * @param picture an SVG of the preview, or empty
   * @throws UntrustedException where the ledger is not to be believed, or its entries break its
   *     rules
   * @throws DamagedException where it is not whole
   */
  public static Map<String, byte[]> of(
      LedgerSource source,
      TrustPolicy policy,
      String policyText,
      String caseId,
      List<byte[]> previews,
      String picture)
      throws IOException {
    byte[] checkpoint = source.read(LedgerSource.CHECKPOINT);
    if (checkpoint == null) {
      throw new DamagedException("there is no file 'checkpoint'", LedgerSource.CHECKPOINT);
    }
    SignedNote note = SignedNote.parse(checkpoint);
    TrustPolicy.Trusted trusted = policy.trust(note);
    TileReader tiles = new TileReader(source, trusted.checkpoint().size());
    CaseHistory history = CaseHistory.read(tiles, trusted, caseId);
    CaseBundle bundle = new CaseBundle(history, policy, policyText);
    bundle.entries(new ProofMaker(tiles), note);
    bundle.files.put("checkpoint", note.bytes());
    bundle.keys(policy.logs().getFirst().key());
    Map<String, ImpactPreview> named = bundle.previews(previews);
    if (!picture.isEmpty()) {
      bundle.files.put("preview.svg", picture.getBytes(UTF_8));
    }
    bundle.text("check.sh", resource("check.sh"));
    bundle.text("check.go", resource("check.go"));
    bundle.text("index.html", new CasePage(history, trusted, named, picture).html());
    bundle.text("bundle.json", bundle.manifest(trusted, named.keySet()));
    bundle.text("SHA256SUMS", sums(bundle.files));
    return bundle.files;
  }

  private void text(String path, String text) {
    files.put(path, text.getBytes(UTF_8));
  }

  private void entries(ProofMaker proofs, SignedNote note) throws IOException {
    long size = history.size();
    for (CaseHistory.Told told : history.entries()) {
      byte[] entry = told.signed().envelope().bytes();
      ProofFile proof = new ProofFile(told.index(), proofs.inclusion(told.index(), size), note);
      proof.verify(entry, policy);
      files.put("entries/" + told.index() + ".json", entry);
      files.put("proofs/" + told.index() + ".tlog-proof", proof.bytes());
    }
  }

  /** Keys by the hint that envelopes give, so that a script finds them. */
  private void keys(VerifierKey log) {
    text("keys/log.pem", log.toPem());
    text("keys/log.vkey", log + "\n");
    if (!policyText.isEmpty()) {
      text("trust.policy", policyText);
    }
    for (CaseHistory.Told told : history.entries()) {
      for (VerifierKey key : told.keys()) {
        text("keys/" + key.idHex() + ".pem", key.toPem());
      }
      for (Envelope.Signed signed : told.signed().envelope().signatures()) {
        if (signed.keyId() == null || !files.containsKey("keys/" + signed.keyId() + ".pem")) {
          throw new UntrustedException(
              "entry " + told.index() + " does not say by which key it is signed");
        }
      }
    }
  }

  /** Those that the case names, by hash. */
  private Map<String, ImpactPreview> previews(List<byte[]> given) {
    Set<String> wanted = new TreeSet<>();
    for (CaseHistory.Told told : history.entries()) {
      switch (told.signed().entry()) {
        case CaseEntry.Previewed entry -> wanted.add(entry.impact().preview().hex());
        case CaseEntry.Executed entry when entry.impact() != null ->
            wanted.add(Objects.requireNonNull(entry.impact()).preview().hex());
        default -> {}
      }
    }
    Map<String, ImpactPreview> named = new LinkedHashMap<>();
    for (byte[] bytes : given) {
      String hash = ImpactPreview.sha256(bytes).hex();
      if (wanted.contains(hash)) {
        named.put(hash, ImpactPreview.parse(bytes));
        files.put("previews/" + hash + ".json", bytes.clone());
      }
    }
    return named;
  }

  private String manifest(TrustPolicy.Trusted trusted, Set<String> previews) {
    Map<String, Json> all = new LinkedHashMap<>();
    all.put("format", new Json.Str(FORMAT));
    all.put("case", new Json.Str(history.file().id()));
    all.put("state", new Json.Str(history.file().state().name()));
    all.put("origin", new Json.Str(trusted.checkpoint().origin()));
    all.put("size", new Json.Num(String.valueOf(trusted.checkpoint().size())));
    all.put("root", new Json.Str(trusted.checkpoint().root().toString()));
    all.put("witnessed", new Json.Bool(trusted.witnessed()));
    List<Json> entries = new ArrayList<>();
    for (CaseHistory.Told told : history.entries()) {
      Map<String, Json> entry = new LinkedHashMap<>();
      entry.put("index", new Json.Num(String.valueOf(told.index())));
      entry.put("kind", new Json.Str(told.signed().entry().kind()));
      entry.put("leaf", new Json.Str(told.signed().leaf().toString()));
      entry.put("ofCase", new Json.Bool(told.ofCase()));
      entries.add(new Json.Obj(entry));
    }
    all.put("entries", new Json.Arr(entries));
    all.put("previews", texts(previews));
    all.put("files", texts(files.keySet()));
    return JsonWriter.write(new Json.Obj(all)) + "\n";
  }

  private static Json texts(Set<String> texts) {
    return new Json.Arr(texts.stream().map(text -> (Json) new Json.Str(text)).toList());
  }

  /** What {@code sha256sum} writes of files. */
  static String sums(Map<String, byte[]> files) {
    StringBuilder sums = new StringBuilder();
    files.forEach((path, bytes) ->
        sums.append(ImpactPreview.sha256(bytes).hex()).append("  ").append(path).append('\n'));
    return sums.toString();
  }

  static String resource(String name) {
    try (InputStream in = CaseBundle.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
