package org.orbweaver.governance.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.orbweaver.governance.entry.KeyProof;
import org.orbweaver.governance.ledger.TestLedger;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.signing.VerifierKey;

/** Which key signs which size, and who may believe the next one. */
class A13_LogKeysTest {
  private static final SignerKey FIRST = TestLedger.LOG;
  private static final SignerKey SECOND = TestLedger.key(FIRST.name(), KeyType.ED25519, 60);
  private static final SignerKey THIRD = TestLedger.key(FIRST.name(), KeyType.ED25519, 61);
  private static final VerifierKey A = FIRST.verifier();
  private static final VerifierKey B = SECOND.verifier();
  private static final VerifierKey C = THIRD.verifier();

  @Test
  void a01_theEntryThatReplacesAKeyIsUnderTheOldOne() {
    LogKeys keys = LogKeys.of(A).then(10, B, null).then(12, C, null);
    assertThat(keys.at(0)).isEqualTo(A);
    assertThat(keys.at(10)).isEqualTo(A);
    assertThat(keys.at(11)).isEqualTo(B);
    assertThat(keys.at(12)).isEqualTo(B);
    assertThat(keys.at(13)).isEqualTo(C);
    assertThat(keys.latest()).isEqualTo(C);
    assertThat(keys.has(B)).isTrue();
    assertThat(LogKeys.of(A).has(B)).isFalse();
  }

  @Test
  void a02_theOldKeysWordIsFollowedAndNobodyElses() {
    String word = KeyProof.handOver(FIRST, B);
    assertThat(LogKeys.of(A).then(10, B, word).following(A, 0)).containsExactly(B);
    assertThat(LogKeys.of(A).then(10, C, word).following(A, 0)).as("about another key").isEmpty();
    assertThat(LogKeys.of(A).then(10, B, KeyProof.handOver(THIRD, B)).following(A, 0))
        .as("another key's word")
        .isEmpty();
    assertThat(LogKeys.of(A).then(10, B, null).following(A, 0)).isEmpty();
    assertThat(LogKeys.of(A).then(10, B, word).following(C, 0)).as("who believes C").isEmpty();
  }

  @Test
  void a03_withoutAWordOnlyWhatWasDecidedAfterTheVerifiedEntries() {
    LogKeys keys = LogKeys.of(A).then(10, B, null);
    assertThat(keys.following(A, 11)).as("it was decided before, unseen").isEmpty();
    assertThat(keys.following(A, 10)).containsExactly(B);
    assertThat(keys.following(A, 9)).containsExactly(B);
    assertThat(keys.following(A, 0)).as("nothing was verified").isEmpty();
  }

  @Test
  void a04_whereTheChainBreaksItEnds() {
    LogKeys keys = LogKeys.of(A).then(10, B, null).then(12, C, KeyProof.handOver(SECOND, C));
    assertThat(keys.following(A, 0)).isEmpty();
    assertThat(keys.following(B, 0)).containsExactly(C);
    assertThat(keys.following(A, 5)).containsExactly(B, C);
  }
}
