package org.orbweaver.governance.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 8032, section 7.1: the published vectors. */
class A01_Ed25519Test {
  private static final HexFormat HEX = HexFormat.of();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          TEST 1, 9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60, d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '', e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b
          TEST 2, 4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb, 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72, 92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00
          TEST 3, c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7, fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82, 6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a
          """)
  void aSeedGivesThePublishedKeyAndSignature(
      String name, String seed, String publicKey, String message, String signature) {
    SignerKey key = SignerKey.ofSeed("rfc8032", KeyType.ED25519, HEX.parseHex(seed));
    assertThat(key.verifier().raw()).isEqualTo(HEX.parseHex(publicKey));
    assertThat(key.sign(HEX.parseHex(message))).isEqualTo(HEX.parseHex(signature));
    assertThat(key.verifier().verifies(HEX.parseHex(message), HEX.parseHex(signature))).isTrue();
    assertThat(key.verifier().verifies(HEX.parseHex(message + "00"), HEX.parseHex(signature)))
        .isFalse();
  }

  @Test
  void anotherSpellingOfTheSameSignatureIsNoSignature() {
    SignerKey key = SignerKey.ofSeed("a", KeyType.ED25519, new byte[32]);
    byte[] signature = key.sign(new byte[] {1});
    // S + L satisfies the equation as S does (RFC 8032, section 8.4).
    BigInteger order =
        BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    byte[] s = new byte[32];
    for (int i = 0; i < 32; i++) {
      s[31 - i] = signature[32 + i];
    }
    byte[] shifted = new BigInteger(1, s).add(order).toByteArray();
    byte[] malleable = signature.clone();
    for (int i = 0; i < 32; i++) {
      int from = shifted.length - 1 - i;
      malleable[32 + i] = from >= 0 ? shifted[from] : 0;
    }
    assertThat(key.verifier().verifies(new byte[] {1}, signature)).isTrue();
    assertThat(key.verifier().verifies(new byte[] {1}, malleable)).isFalse();
  }

  @Test
  void everyChangedBitOfASignatureIsSeen() {
    SignerKey key = SignerKey.ofSeed("a", KeyType.ED25519, new byte[32]);
    byte[] message = {1, 2, 3};
    byte[] signature = key.sign(message);
    for (int bit = 0; bit < signature.length * 8; bit += 3) {
      byte[] changed = signature.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(key.verifier().verifies(message, changed)).as("bit %d", bit).isFalse();
    }
    assertThat(key.verifier().verifies(message, new byte[0])).isFalse();
    assertThat(key.verifier().verifies(message, new byte[65])).isFalse();
  }

  @Test
  void bytesThatAreNoPointAreNoKey() {
    byte[] noPoint = new byte[32];
    noPoint[0] = 2;
    assertThatThrownBy(() -> new VerifierKey("a", KeyType.ED25519, noPoint))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void pointsWithWhichAnybodyCouldSignAnythingAreNoKeys() {
    // The eight points of small order, in the encodings that RFC 8032 allows and some that it does
    // not (Chalkias, Garillot, Nikolaenko: Taming the many EdDSAs, 2020, table 1).
    for (String small :
        new String[] {
          "0100000000000000000000000000000000000000000000000000000000000000",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "0000000000000000000000000000000000000000000000000000000000000000",
          "0000000000000000000000000000000000000000000000000000000000000080",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
          "0100000000000000000000000000000000000000000000000000000000000080",
          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        }) {
      assertThatThrownBy(() -> new VerifierKey("a", KeyType.ED25519, HEX.parseHex(small)))
          .as(small)
          .isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void theVerifierAgreesWithTheJdkOnRandomMessages() throws GeneralSecurityException {
    Random random = new Random(20260301);
    for (int i = 0; i < 50; i++) {
      byte[] seed = new byte[32];
      byte[] message = new byte[random.nextInt(300)];
      random.nextBytes(seed);
      random.nextBytes(message);
      SignerKey key = SignerKey.ofSeed("a", KeyType.ED25519, seed);
      byte[] signature = key.sign(message);
      if (i % 2 == 1) {
        signature[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
      }
      Signature jdk = Signature.getInstance("Ed25519");
      jdk.initVerify(
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(Ed25519.encoded(key.verifier().raw()))));
      jdk.update(message);
      boolean expected;
      try {
        expected = jdk.verify(signature);
      } catch (SignatureException e) {
        expected = false;
      }
      assertThat(key.verifier().verifies(message, signature)).as("try %d", i).isEqualTo(expected);
    }
  }
}
