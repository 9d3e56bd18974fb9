package org.orbweaver.governance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orbweaver.governance.signing.MalformedException;

/** Content that is secret for a time: counted, dated, and not to be exchanged. */
class A05_SealedContentTest {
  private static final byte[] SALT = SealedContent.newSalt(new SecureRandom());
  private static final byte[] CONTENT = "an order of a court".getBytes(StandardCharsets.UTF_8);
  private static final SealedContent SEALED =
      SealedContent.seal("legal-request", LocalDate.of(2027, 5, 21), SALT, CONTENT);

  @Test
  void onlyTheContentWithItsSaltOpensIt() {
    assertThat(SEALED.isOpenedBy(SALT, CONTENT)).isTrue();
    assertThat(SEALED.isOpenedBy(SealedContent.newSalt(new SecureRandom()), CONTENT)).isFalse();
    assertThat(SEALED.isOpenedBy(new byte[0], CONTENT)).isFalse();
    assertThat(SEALED.isOpenedBy(SALT, new byte[0])).isFalse();
  }

  @Test
  void theClassIsPartOfWhatIsSealed() {
    SealedContent other = new SealedContent("contract", SEALED.reveal(), SEALED.commitment());
    assertThat(other.isOpenedBy(SALT, CONTENT)).isFalse();
  }

  @Test
  void theSameContentTwiceDoesNotLookTheSame() {
    byte[] salt = SealedContent.newSalt(new SecureRandom());
    assertThat(SealedContent.seal("legal-request", SEALED.reveal(), salt, CONTENT).commitment())
        .isNotEqualTo(SEALED.commitment());
  }

  @Test
  void itsPayloadIsReadBack() {
    assertThat(SealedContent.parse(SEALED.bytes())).isEqualTo(SEALED);
    assertThat(new String(SEALED.bytes(), StandardCharsets.UTF_8))
        .startsWith("{\"class\":\"legal-request\",\"commitment\":\"")
        .endsWith("\",\"reveal\":\"2027-05-21\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"class\":\"a\",\"reveal\":\"soon\",\"commitment\":\"AA==\"}",
        "{\"class\":\"a\",\"reveal\":\"2027-05-21\",\"commitment\":\"AA==\"}",
        "{\"class\":1,\"reveal\":\"2027-05-21\",\"commitment\":\"AA==\"}"
      })
  void otherPayloadsAreNone(String payload) {
    assertThatThrownBy(() -> SealedContent.parse(payload.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> SealedContent.seal("A class", SEALED.reveal(), SALT, CONTENT))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> SealedContent.seal("a", SEALED.reveal(), new byte[3], CONTENT))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void noSaltIsMadeTwice() {
    SecureRandom random = new SecureRandom();
    byte[] one = SealedContent.newSalt(random);
    assertThat(one).hasSize(SealedContent.SALT_BYTES).isNotEqualTo(SealedContent.newSalt(random));
  }
}
