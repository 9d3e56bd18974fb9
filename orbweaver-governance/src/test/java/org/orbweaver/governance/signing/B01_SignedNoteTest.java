package org.orbweaver.governance.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed notes; keys and signatures are those of the tests of golang.org/x/mod/sumdb/note. */
class B01_SignedNoteTest {
  private static final String TEXT =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.
      """;
  private static final String PETER_LINE =
      "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdng"
          + "otpRZb6KE6RyyBwJnAM=\n";
  private static final String ENOCH_LINE =
      "\u2014 EnochRoot"
          + " rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
  private static final VerifierKey PETER = VerifierKey.parse(A02_KeysTest.PETER);
  private static final VerifierKey ENOCH =
      VerifierKey.parse("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop");

  private static SignedNote note(String text) {
    return SignedNote.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void weSignAsGoDoes() {
    SignerKey key = SignerKey.parse(A02_KeysTest.PETER_SECRET);
    assertThat(SignedNote.of(TEXT, List.of(NoteSignature.sign(key, TEXT))))
        .hasToString(TEXT + "\n" + PETER_LINE);
  }

  @Test
  void knownKeysAreVerifiedAndOthersIgnored() {
    SignedNote note = note(TEXT + "\n" + PETER_LINE + ENOCH_LINE);
    assertThat(note.text()).isEqualTo(TEXT);
    assertThat(note.verified(List.of(PETER))).containsOnlyKeys(PETER);
    assertThat(note.verified(List.of(ENOCH, PETER)).keySet()).containsExactly(PETER, ENOCH);
    assertThat(note).hasToString(TEXT + "\n" + PETER_LINE + ENOCH_LINE);
  }

  @Test
  void theExampleOfAnotherImplementationVerifies() {
    // From the documentation of the package signed_note for Elixir.
    VerifierKey key =
        VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    SignedNote note =
        note(
            "This is an example message.\n\n"
                + "\u2014 example.com/foo"
                + " Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");
    assertThat(note.verified(List.of(key))).containsOnlyKeys(key);
  }

  @Test
  void aNoteThatNoKnownKeySignedIsNotBelieved() {
    assertThatThrownBy(() -> note(TEXT + "\n" + PETER_LINE).verified(List.of(ENOCH)))
        .isInstanceOf(UntrustedException.class);
    assertThatThrownBy(() -> note(TEXT + "\n" + PETER_LINE).verified(List.of()))
        .isInstanceOf(UntrustedException.class);
  }

  @Test
  void oneWrongSignatureOfAKnownKeySpoilsTheNote() {
    String wrong = ENOCH_LINE.replace("5n2tiOHp", "5n2tiOHq");
    assertThatThrownBy(() -> note(TEXT + "\n" + PETER_LINE + wrong).verified(List.of(PETER, ENOCH)))
        .isInstanceOf(UntrustedException.class)
        .hasMessageContaining("EnochRoot");
    assertThat(note(TEXT + "\n" + PETER_LINE + wrong).verified(List.of(PETER)))
        .containsOnlyKeys(PETER);
  }

  @Test
  void anotherTextIsNotSigned() {
    assertThatThrownBy(
            () -> note(TEXT.replace("your", "my") + "\n" + PETER_LINE).verified(List.of(PETER)))
        .isInstanceOf(UntrustedException.class);
  }

  @Test
  void theTextMayHoldEmptyLines() {
    SignerKey key = SignerKey.parse(A02_KeysTest.PETER_SECRET);
    String text = "one\n\ntwo\n";
    SignedNote note = SignedNote.of(text, List.of(NoteSignature.sign(key, text)));
    assertThat(SignedNote.parse(note.bytes()).text()).isEqualTo(text);
    assertThat(SignedNote.parse(note.bytes()).verified(List.of(PETER))).containsOnlyKeys(PETER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "", "tab\there\n"})
  void someTextsCannotBeNotes(String text) {
    SignerKey key = SignerKey.parse(A02_KeysTest.PETER_SECRET);
    List<NoteSignature> signatures = List.of(NoteSignature.sign(key, text));
    assertThatThrownBy(() -> SignedNote.of(text, signatures))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void otherFormsAreNoNotes() {
    List<String> wrong =
        List.of(
            TEXT,
            TEXT + "\n",
            TEXT + "\n" + PETER_LINE.substring(0, PETER_LINE.length() - 1),
            "\u0001" + TEXT + "\n" + PETER_LINE,
            TEXT.replace("\n", "\r\n") + "\r\n" + PETER_LINE,
            TEXT + "\n" + PETER_LINE.replace("PeterNeumann", "Bad Name"),
            TEXT + "\n" + PETER_LINE.replace("PeterNeumann ", ""),
            TEXT + "\n" + PETER_LINE.replace("\u2014", "-"),
            TEXT + "\n" + PETER_LINE.replace("AM=", "AM"),
            TEXT + "\n" + PETER_LINE.replace("AM=", "AN="),
            TEXT + "\n" + PETER_LINE + "Unexpected line.\n",
            TEXT + "\n" + PETER_LINE.repeat(101));
    for (String text : wrong) {
      assertThatThrownBy(() -> note(text)).as(text).isInstanceOf(MalformedException.class);
    }
    assertThatThrownBy(() -> SignedNote.parse(new byte[] {(byte) 0xff, '\n', '\n'}))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> SignedNote.parse(new byte[1 << 21]))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void aNewSignatureTakesTheOldOnesPlace() {
    SignedNote note = note(TEXT + "\n" + PETER_LINE + ENOCH_LINE);
    NoteSignature enoch = note.signatures().get(1);
    assertThat(note.with(List.of(enoch))).isEqualTo(note);
    assertThat(note(TEXT + "\n" + PETER_LINE).with(List.of(enoch))).isEqualTo(note);
  }
}
