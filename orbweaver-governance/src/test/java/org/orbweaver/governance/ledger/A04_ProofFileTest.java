package org.orbweaver.governance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.UntrustedException;

/** c2sp.org/tlog-proof: a file that anyone checks without asking us. */
class A04_ProofFileTest {
  private static final byte[] FIRST = {1};
  private static final byte[] SECOND = {2};
  private static final ProofFile PROOF = proof();

  private static ProofFile proof() {
    Hash root = Hash.node(Hash.leaf(FIRST), Hash.leaf(SECOND));
    String text = new Checkpoint("log.example", 2, root).text();
    return new ProofFile(
        1,
        List.of(Hash.leaf(FIRST)),
        SignedNote.of(text, List.of(NoteSignature.sign(A03_PolicyTest.LOG, text))));
  }

  private static ProofFile parse(String text) {
    return ProofFile.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static final TrustPolicy POLICY = TrustPolicy.unwitnessed(A03_PolicyTest.LOG.verifier());

  @Test
  void itsFormIsThatOfTheSpecification() {
    assertThat(PROOF.toString().lines().limit(7))
        .containsExactly(
            "c2sp.org/tlog-proof@v1",
            "index 1",
            Hash.leaf(FIRST).toString(),
            "",
            "log.example",
            "2",
            Hash.node(Hash.leaf(FIRST), Hash.leaf(SECOND)).toString());
    assertThat(ProofFile.parse(PROOF.bytes())).isEqualTo(PROOF);
  }

  @Test
  void theEntryIsBelievedAndNoOther() {
    assertThat(PROOF.verify(SECOND, POLICY).checkpoint().size()).isEqualTo(2);
    assertThatThrownBy(() -> PROOF.verify(FIRST, POLICY)).isInstanceOf(UntrustedException.class);
    ProofFile moved = new ProofFile(0, PROOF.hashes(), PROOF.note());
    assertThatThrownBy(() -> moved.verify(SECOND, POLICY)).isInstanceOf(UntrustedException.class);
    ProofFile none = new ProofFile(1, List.of(), PROOF.note());
    assertThatThrownBy(() -> none.verify(SECOND, POLICY)).isInstanceOf(UntrustedException.class);
  }

  @Test
  void extraDataIsKeptAndNotVouchedFor() {
    String text = PROOF.toString().replace("@v1\n", "@v1\nextra AAAA\n");
    assertThat(parse(text).extra()).isEqualTo("AAAA");
    assertThat(parse(text)).hasToString(text);
    assertThat(parse(text).verify(SECOND, POLICY).checkpoint().size()).isEqualTo(2);
  }

  @Test
  void aSingleEntryNeedsNoHashes() {
    String text = new Checkpoint("log.example", 1, Hash.leaf(FIRST)).text();
    ProofFile proof =
        new ProofFile(
            0,
            List.of(),
            SignedNote.of(text, List.of(NoteSignature.sign(A03_PolicyTest.LOG, text))));
    assertThat(ProofFile.parse(proof.bytes()).verify(FIRST, POLICY).checkpoint().size())
        .isEqualTo(1);
  }

  @Test
  void itHasAnIndexAndAsManyHashesAsATreeCanBeHigh() {
    String header = "c2sp.org/tlog-proof@v1\n";
    String hash = Hash.EMPTY + "\n";
    assertThatThrownBy(() -> parse(header + "\n" + PROOF.note()))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("index");
    assertThat(parse(header + "index 1\n" + hash.repeat(63) + "\n" + PROOF.note()).hashes())
        .hasSize(63);
    assertThatThrownBy(() -> parse(header + "index 1\n" + hash.repeat(64) + "\n" + PROOF.note()))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("not 64");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"@v1|@v2", "index 1|index 01", "index 1|index -1", "index 1\n|", "\n\n|\n"})
  void otherFormsAreNoProofs(String change) {
    String[] parts = change.split("\\|", -1);
    String text = PROOF.toString().replace(parts[0], parts[1]);
    assertThatThrownBy(() -> parse(text)).isInstanceOf(MalformedException.class);
  }
}
