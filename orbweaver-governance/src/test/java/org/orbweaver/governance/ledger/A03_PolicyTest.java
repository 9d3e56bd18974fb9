package org.orbweaver.governance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.signing.UntrustedException;

/** Policies of c2sp.org/tlog-policy: who must have seen a checkpoint before we believe it. */
class A03_PolicyTest {
  static final SignerKey LOG = key("log.example", KeyType.ED25519, 1);
  static final SignerKey W1 = key("w1.example", KeyType.COSIGNATURE, 2);
  static final SignerKey W2 = key("w2.example", KeyType.COSIGNATURE, 3);
  static final SignerKey W3 = key("w3.example", KeyType.COSIGNATURE, 4);
  private static final String PARTIES =
      "log "
          + LOG.verifier()
          + " https://log.example/\n# three organisations\n\n"
          + "witness w1 "
          + W1.verifier()
          + "\nwitness w2\t"
          + W2.verifier()
          + " http://127.0.0.1:8478\n  witness w3 "
          + W3.verifier()
          + "\n";
  static final String TWO_OF_THREE = PARTIES + "group all-of-them 2 w1 w2 w3\nquorum all-of-them\n";
  private static final String TEXT = new Checkpoint("log.example", 0, Hash.EMPTY).text();

  static SignerKey key(String name, KeyType type, int seed) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) seed;
    return SignerKey.ofSeed(name, type, bytes);
  }

  private static SignedNote note(Collection<SignerKey> witnesses) {
    List<NoteSignature> cosignatures =
        witnesses.stream().map(key -> NoteSignature.cosign(key, TEXT, 1_800_000_000)).toList();
    return SignedNote.of(TEXT, List.of(NoteSignature.sign(LOG, TEXT))).with(cosignatures);
  }

  @Test
  void twoOfThreeWitnessesMakeItWitnessed() {
    TrustPolicy policy = PolicyReader.read(TWO_OF_THREE);
    assertThat(policy.trust(note(List.of())).witnessed()).isFalse();
    assertThat(policy.trust(note(List.of(W1))).witnessed()).isFalse();
    assertThat(policy.trust(note(List.of(W1, W3))).witnessed()).isTrue();
    assertThat(policy.trust(note(List.of(W3, W1))).cosignatures().keySet())
        .containsExactly("w1", "w3");
    assertThat(policy.witnesses().get(1).url()).hasToString("http://127.0.0.1:8478");
  }

  @Test
  void allMeansEachOfThem() {
    TrustPolicy policy = PolicyReader.read(PARTIES + "group q all w1 w2 w3\nquorum q\n");
    assertThat(policy.isMet(Set.of("w1", "w2"))).isFalse();
    assertThat(policy.isMet(Set.of("w1", "w2", "w3"))).isTrue();
  }

  @Test
  void aLineHasAsManyWordsAsItsKindAsksFor() {
    String log = "log " + key("log-2.example", KeyType.ED25519, 9).verifier();
    String witness = "witness w4 " + key("w4", KeyType.COSIGNATURE, 9).verifier();
    String url = " https://a.example";
    TrustPolicy bare = PolicyReader.read(log + "\n" + witness + "\nquorum none\n");
    assertThat(bare.witnesses().getFirst().url()).isNull();
    TrustPolicy known = PolicyReader.read(log + url + "\n" + witness + url + "\nquorum none\n");
    assertThat(known.witnesses().getFirst().url()).hasToString("https://a.example");
    for (List<String> wrong :
        List.of(
            List.of("log", "log KEY [URL]"),
            List.of(log + url + url, "log KEY [URL]"),
            List.of("witness w4", "witness NAME KEY [URL]"),
            List.of(witness + url + url, "witness NAME KEY [URL]"),
            List.of("quorum", "quorum NAME, or quorum none"),
            List.of("quorum w1 w2", "quorum NAME, or quorum none"))) {
      assertThatThrownBy(() -> PolicyReader.read(PARTIES + wrong.getFirst()))
          .isInstanceOf(MalformedException.class)
          .hasMessage("line 7: " + wrong.getLast());
    }
  }

  @Test
  void twoWitnessesOfOneOrganisationAreOne() {
    TrustPolicy policy =
        PolicyReader.read(PARTIES + "group a any w1 w2\ngroup q 2 a w3\nquorum q\n");
    assertThat(policy.isMet(Set.of("w1", "w2"))).isFalse();
    assertThat(policy.isMet(Set.of("w2", "w3"))).isTrue();
    assertThat(policy.isMet(Set.of("w3", "q"))).isFalse();
  }

  @Test
  void withoutAQuorumNothingIsWitnessed() {
    TrustPolicy policy = PolicyReader.read(PARTIES + "quorum none\n");
    assertThat(policy.asksForWitnesses()).isFalse();
    assertThat(policy.trust(note(List.of(W1, W2, W3))).witnessed()).isFalse();
    assertThat(TrustPolicy.unwitnessed(LOG.verifier()).trust(note(List.of(W1))).witnessed())
        .isFalse();
  }

  @Test
  void aWitnessAloneIsNoLog() {
    TrustPolicy policy = PolicyReader.read(TWO_OF_THREE);
    SignedNote note = SignedNote.of(TEXT, List.of(NoteSignature.cosign(W1, TEXT, 1)));
    assertThatThrownBy(() -> policy.trust(note)).isInstanceOf(UntrustedException.class);
  }

  @Test
  void anotherOriginUnderTheSameKeyIsNotBelieved() {
    String text = new Checkpoint("other.example", 0, Hash.EMPTY).text();
    SignedNote note = SignedNote.of(text, List.of(NoteSignature.sign(LOG, text)));
    assertThatThrownBy(() -> PolicyReader.read(TWO_OF_THREE).trust(note))
        .isInstanceOf(UntrustedException.class)
        .hasMessageContaining("other.example");
  }

  @Test
  void theRightNameUnderAnotherKeyIsNotBelieved() {
    SignerKey swapped = key("log.example", KeyType.ED25519, 9);
    SignedNote note = SignedNote.of(TEXT, List.of(NoteSignature.sign(swapped, TEXT)));
    assertThatThrownBy(() -> PolicyReader.read(TWO_OF_THREE).trust(note))
        .isInstanceOf(UntrustedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "quorum w9\n",
        "quorum none\nquorum none\n",
        "group g any w9\nquorum g\n",
        "group g 0 w1\nquorum g\n",
        "group g 2 w1\nquorum g\n",
        "group g any w1 w1\nquorum g\n",
        "group g any w1\ngroup h any w1\nquorum h\n",
        "group w1 any w2\nquorum w1\n",
        "group none any w2\nquorum none\n",
        "group g any\nquorum g\n",
        "witnesses w4\nquorum none\n",
        "witness w4 nokey\nquorum none\n",
        "log nokey\nquorum none\n"
      })
  void whatMakesNoSenseIsRefused(String rest) {
    assertThatThrownBy(() -> PolicyReader.read(PARTIES + rest))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void keysMustBeOfTheirKindAndStandOnce() {
    for (String line :
        List.of(
            "log " + W1.verifier(),
            "witness w4 " + LOG.verifier(),
            "log " + LOG.verifier(),
            "witness w4 " + W1.verifier(),
            "witness w4 " + key("w4", KeyType.COSIGNATURE, 9).verifier() + " ftp://w4.example",
            "witness w4 " + key("w4", KeyType.COSIGNATURE, 9).verifier() + " nowhere")) {
      assertThatThrownBy(() -> PolicyReader.read(PARTIES + line + "\nquorum none\n"))
          .as(line)
          .isInstanceOf(MalformedException.class)
          .hasMessageStartingWith("line 7: ");
    }
  }

  @Test
  void whatIsWrongIsSaid() {
    String log = "log " + LOG.verifier() + "\n";
    assertThatThrownBy(() -> PolicyReader.read(log + log + "quorum none\n"))
        .hasMessageContaining("stands twice");
    assertThatThrownBy(() -> PolicyReader.read(PARTIES + "group g\nquorum g\n"))
        .hasMessageContaining("group NAME all|any|NUMBER MEMBER...");
    assertThatThrownBy(() -> PolicyReader.read(PARTIES + "group g any\nquorum g\n"))
        .hasMessageContaining("group NAME all|any|NUMBER MEMBER...");
    assertThatThrownBy(
            () -> PolicyReader.read(log + "witness w " + LOG.verifier() + "\nquorum w\n"))
        .hasMessageContaining("this is the key of a log, not of a witness");
    SignerKey witness = key("w.example", KeyType.COSIGNATURE, 4);
    assertThatThrownBy(() -> PolicyReader.read("log " + witness.verifier() + "\nquorum none\n"))
        .hasMessageContaining("this is the key of a witness, not of a log");
  }
}
