package org.orbweaver.governance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.VerifierKey;

/**
 * What others verify, as doc/ledger.md says: OpenSSL 3, and npm's @sigstore/core where NODE_PATH
 * leads to it. Skipped where they are not installed.
 */
class F01_ForeignToolsTest {
  @TempDir private Path folder = Path.of("");

  private record Ended(int exitCode, String output) {}

  private Ended run(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Ended(process.waitFor(), output);
    } catch (IOException e) {
      return new Ended(127, "");
    }
  }

  private void needOpenSsl() throws InterruptedException {
    Assumptions.assumeTrue(
        run("openssl", "version").output().matches("(?s)OpenSSL [3-9].*"),
        "no openssl 3 on the PATH");
  }

  private boolean opensslVerifies(VerifierKey key, byte[] text, byte[] signature)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("key.pem"), key.toPem());
    Files.write(folder.resolve("text"), text);
    Files.write(folder.resolve("signature"), signature);
    List<String> command = new ArrayList<>(List.of("openssl", "pkeyutl", "-verify", "-pubin"));
    command.addAll(List.of("-inkey", "key.pem", "-rawin", "-in", "text", "-sigfile", "signature"));
    return run(command.toArray(String[]::new)).exitCode() == 0;
  }

  @Test
  void opensslVerifiesTheCheckpointOfALedger() throws Exception {
    needOpenSsl();
    TestLedger.write(folder.resolve("ledger"), 3);
    SignedNote note = SignedNote.parse(Files.readAllBytes(folder.resolve("ledger/checkpoint")));
    byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
    byte[] signature = note.signatures().getFirst().bytes();
    assertThat(opensslVerifies(TestLedger.LOG.verifier(), text, signature)).isTrue();
    text[0] ^= 1;
    assertThat(opensslVerifies(TestLedger.LOG.verifier(), text, signature)).isFalse();
  }

  @Test
  void opensslVerifiesAnEntry() throws Exception {
    needOpenSsl();
    Envelope envelope = Envelope.parse(TestLedger.entry(7));
    assertThat(
            opensslVerifies(
                TestLedger.PERSON.verifier(),
                Envelope.encode(envelope.payloadType(), envelope.payload()),
                envelope.signatures().getFirst().signature()))
        .isTrue();
  }

  @Test
  void opensslVerifiesACosignature() throws Exception {
    needOpenSsl();
    var witness = TestLedger.key("w.example", KeyType.COSIGNATURE, 4);
    String text = "log.example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    byte[] bytes = NoteSignature.cosign(witness, text, 1_800_000_000).bytes();
    assertThat(
            opensslVerifies(
                witness.verifier(),
                ("cosignature/v1\ntime 1800000000\n" + text).getBytes(StandardCharsets.UTF_8),
                Arrays.copyOfRange(bytes, 8, bytes.length)))
        .isTrue();
  }

  @Test
  void sigstoreVerifiesAnEntry() throws Exception {
    Assumptions.assumeTrue(
        run("node", "-e", "require('@sigstore/core')").exitCode() == 0,
        "no node, or no @sigstore/core on its NODE_PATH");
    Files.write(folder.resolve("entry"), TestLedger.entry(7));
    Files.writeString(folder.resolve("key.pem"), TestLedger.PERSON.verifier().toPem());
    String script =
        """
        const {crypto, dsse} = require('@sigstore/core');
        const fs = require('fs');
        const entry = JSON.parse(fs.readFileSync('entry'));
        const signed = dsse.preAuthEncoding(
            entry.payloadType, Buffer.from(entry.payload, 'base64'));
        console.log(crypto.verify(
            signed,
            crypto.createPublicKey(fs.readFileSync('key.pem', 'utf8')),
            Buffer.from(entry.signatures[0].sig, 'base64')));
        """;
    assertThat(run("node", "-e", script)).isEqualTo(new Ended(0, "true"));
  }
}
