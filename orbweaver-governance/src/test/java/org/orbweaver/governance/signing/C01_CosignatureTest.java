package org.orbweaver.governance.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** c2sp.org/tlog-cosignature, type 0x04; its example is read, but its keys are not published. */
class C01_CosignatureTest {
  private static final String TEXT =
      "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
  private static final SignerKey WITNESS =
      SignerKey.ofSeed("witness.example.com/w1", KeyType.COSIGNATURE, new byte[32]);

  @Test
  void thePublishedExampleSaysItsTime() {
    String note =
        TEXT
            + "\n"
            + "\u2014 example.com/behind-the-sofa"
            + " Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
            + "\u2014 witness.example.com/w1"
            + " jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";
    SignedNote read = SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
    assertThat(read.signatures().get(1).timeS()).isEqualTo(1679315147);
    assertThat(read.signatures().get(1).bytes()).hasSize(KeyType.COSIGNATURE.signatureBytes());
    assertThat(read).hasToString(note);
  }

  @Test
  void whatIsSignedIsTheHeaderTheTimeAndTheText() {
    NoteSignature signature = NoteSignature.cosign(WITNESS, TEXT, 1679315147);
    byte[] bytes = signature.bytes();
    assertThat(ByteBuffer.wrap(bytes).getLong()).isEqualTo(1679315147);
    assertThat(
            WITNESS
                .verifier()
                .verifies(
                    ("cosignature/v1\ntime 1679315147\n" + TEXT).getBytes(StandardCharsets.UTF_8),
                    Arrays.copyOfRange(bytes, 8, bytes.length)))
        .isTrue();
    assertThat(signature.isBy(WITNESS.verifier(), TEXT)).isTrue();
  }

  @Test
  void anotherTimeOrTextIsNotSigned() {
    SignedNote note = SignedNote.of(TEXT, List.of(NoteSignature.cosign(WITNESS, TEXT, 1679315147)));
    assertThat(note.verified(List.of(WITNESS.verifier()))).hasSize(1);

    byte[] later = note.signatures().getFirst().bytes();
    later[7]++;
    byte[] line = ByteBuffer.allocate(76).putInt(WITNESS.verifier().id()).put(later).array();
    NoteSignature forged =
        NoteSignature.parse("\u2014 " + WITNESS.name() + " " + StrictBase64.encode(line));
    assertThat(forged.isBy(WITNESS.verifier(), TEXT)).isFalse();
    assertThat(note.signatures().getFirst().isBy(WITNESS.verifier(), TEXT.replace("3\n", "4\n")))
        .isFalse();
  }

  @Test
  void aKeyOfOneTypeDoesNotSignAsTheOther() {
    SignerKey log = SignerKey.ofSeed("witness.example.com/w1", KeyType.ED25519, new byte[32]);
    assertThat(log.verifier().id()).isNotEqualTo(WITNESS.verifier().id());
    assertThatThrownBy(() -> NoteSignature.cosign(log, TEXT, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NoteSignature.sign(WITNESS, TEXT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NoteSignature.cosign(WITNESS, TEXT, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
