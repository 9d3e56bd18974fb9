package org.orbweaver.governance.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DSSE envelopes; the vector is that of the protocol's own text. */
class D01_EnvelopeTest {
  private static final String TYPE = "http://example.com/HelloWorld";
  private static final byte[] HELLO = "hello world".getBytes(StandardCharsets.UTF_8);
  private static final String PUBLISHED =
      "{\"payload\": \"aGVsbG8gd29ybGQ=\",\n"
          + " \"payloadType\": \"http://example.com/HelloWorld\",\n"
          + " \"signatures\": [{\"sig\":"
          + " \"A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==\"}]}\n";
  private static final SignerKey ANNA =
      SignerKey.ofSeed("approver-1", KeyType.ED25519, new byte[32]);
  private static final SignerKey BERT = SignerKey.parse(A02_KeysTest.PETER_SECRET);

  private static Envelope envelope(String text) {
    return Envelope.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theEncodingIsThePublishedOne() {
    assertThat(new String(Envelope.encode(TYPE, HELLO), StandardCharsets.UTF_8))
        .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    // Lengths are of bytes, not of characters.
    assertThat(new String(Envelope.encode("ä", new byte[0]), StandardCharsets.UTF_8))
        .isEqualTo("DSSEv1 2 ä 0 ");
  }

  @Test
  void thePublishedEnvelopeIsReadAndItsSignatureFitsOurEncoding() throws Exception {
    Envelope envelope = envelope(PUBLISHED);
    assertThat(envelope.payload()).isEqualTo(HELLO);
    assertThat(envelope.payloadType()).isEqualTo(TYPE);
    assertThat(envelope.bytes()).isEqualTo(PUBLISHED.getBytes(StandardCharsets.UTF_8));

    // Published with ECDSA over P-256, which we do not use: the JDK verifies it.
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point =
        new ECPoint(
            new BigInteger(
                "46950820868899156662930047687818585632848591499744589407958293238635476079160"),
            new BigInteger(
                "5640078356564379163099075877009565129882514886557779369047442380624545832820"));
    Signature ecdsa = Signature.getInstance("SHA256withECDSAinP1363Format");
    ecdsa.initVerify(
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class))));
    ecdsa.update(Envelope.encode(envelope.payloadType(), envelope.payload()));
    assertThat(ecdsa.verify(envelope.signatures().getFirst().signature())).isTrue();
  }

  @Test
  void signersAreThoseWhoseSignaturesHold() {
    Envelope envelope = Envelope.sign(TYPE, HELLO, ANNA).signedAlsoBy(BERT);
    assertThat(envelope.signers(List.of(ANNA.verifier(), BERT.verifier())))
        .containsExactly(ANNA.verifier(), BERT.verifier());
    assertThat(envelope.signers(List.of(BERT.verifier()))).containsExactly(BERT.verifier());
    assertThat(envelope.signers(List.of())).isEmpty();
  }

  @Test
  void aSignatureTwiceIsOneSigner() {
    Envelope envelope = Envelope.sign(TYPE, HELLO, ANNA).signedAlsoBy(ANNA);
    assertThat(envelope.signers(List.of(ANNA.verifier(), ANNA.verifier()))).hasSize(1);
  }

  @Test
  void anotherPayloadOrTypeIsNotSigned() {
    String text = new String(Envelope.sign(TYPE, HELLO, ANNA).bytes(), StandardCharsets.UTF_8);
    assertThat(envelope(text.replace("aGVs", "aGVt")).signers(List.of(ANNA.verifier()))).isEmpty();
    assertThat(envelope(text.replace("HelloWorld", "Hallo")).signers(List.of(ANNA.verifier())))
        .isEmpty();
  }

  @Test
  void aWrongHintMakesNoSigner() {
    String text = new String(Envelope.sign(TYPE, HELLO, ANNA).bytes(), StandardCharsets.UTF_8);
    String swapped = text.replace(ANNA.verifier().idHex(), BERT.verifier().idHex());
    assertThat(envelope(swapped).signers(List.of(ANNA.verifier(), BERT.verifier()))).isEmpty();
  }

  @Test
  void bothAlphabetsOfBase64AreRead() {
    String text =
        "{\"payloadType\":\"t\",\"payload\":\"-_-_\",\"signatures\":[{\"keyid\":\"x\",\"sig\":\"AA==\"}]}";
    assertThat(envelope(text).payload())
        .isEqualTo(envelope(text.replace("-_-_", "+/+/")).payload());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"payload\":\"\",\"payloadType\":\"t\",\"signatures\":[]}",
        "{\"payload\":\"\",\"payloadType\":\"t\",\"signatures\":{}}",
        "{\"payload\":\"\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"A\"}]}",
        "{\"payload\":\"\",\"payloadType\":\"t\",\"signatures\":[{}]}",
        "{\"payload\":\"\",\"payloadType\":1,\"signatures\":[{\"sig\":\"AA==\"}]}",
        "{\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"AA==\"}]}",
        "{\"payload\":\"\",\"payloadType\":\"t\",\"note\":1,\"signatures\":[{\"sig\":\"AA==\"}]}",
        "{\"payload\":\"\",\"payload\":\"\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"AA==\"}]}",
        "{\"payload\":\"\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"AA==\"}]} x"
      })
  void otherFormsAreNoEnvelopes(String text) {
    assertThatThrownBy(() -> envelope(text)).isInstanceOf(MalformedException.class);
  }
}
