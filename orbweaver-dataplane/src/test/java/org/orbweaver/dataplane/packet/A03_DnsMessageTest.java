package org.orbweaver.dataplane.packet;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Names of the network, asked for as programs do. */
final class A03_DnsMessageTest {
  private static final Address BERLIN = new Address(0x6440_0102, 0xfd00_0000_0000_0001L, 1);

  private static NameAnswer find(String name) {
    if (!name.endsWith(".orbweaver")) {
      return NameAnswer.Unknown.NOT_OURS;
    }
    return name.equals("berlin.terminal.orbweaver")
        ? new NameAnswer.Known(BERLIN)
        : NameAnswer.Unknown.OURS;
  }

  private static byte[] query(String name, int type) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0});
    for (String label : name.split("\\.")) {
      out.write(label.length());
      out.writeBytes(label.getBytes(StandardCharsets.UTF_8));
    }
    out.writeBytes(new byte[] {0, 0, (byte) type, 0, 1});
    return out.toByteArray();
  }

  private static ByteBuffer answer(String name, int type) {
    byte[] answer = DnsMessage.answer(query(name, type), A03_DnsMessageTest::find);
    assertThat(answer).isNotNull();
    return ByteBuffer.wrap(answer);
  }

  private static int code(ByteBuffer answer) {
    return answer.get(3) & 0xf;
  }

  @Test
  void a01_aKnownNameHasBothAddresses() {
    ByteBuffer v4 = answer("Berlin.terminal.orbweaver", 1);
    assertThat(v4.getShort(0)).isEqualTo((short) 0x1234);
    assertThat(v4.getShort(2))
        .as("answer, authoritative, recursion desired")
        .isEqualTo((short) 0x8500);
    assertThat(v4.getShort(6)).isEqualTo((short) 1);
    assertThat(v4.getInt(v4.limit() - 4)).isEqualTo(0x6440_0102);
    ByteBuffer v6 = answer("berlin.terminal.orbweaver", 28);
    assertThat(v6.getLong(v6.limit() - 16)).isEqualTo(0xfd00_0000_0000_0001L);
    assertThat(answer("berlin.terminal.orbweaver", 255).getShort(6)).isEqualTo((short) 2);
  }

  @Test
  void a02_otherTypesOfAKnownNameAreEmpty_notAbsent() {
    ByteBuffer mail = answer("berlin.terminal.orbweaver", 15);
    assertThat(code(mail)).isZero();
    assertThat(mail.getShort(6)).isZero();
  }

  @Test
  void a03_unknownNamesAreAbsent_othersNamesRefused() {
    assertThat(code(answer("rome.terminal.orbweaver", 1))).isEqualTo(3);
    assertThat(code(answer("example.org", 1))).isEqualTo(5);
  }

  @Test
  void a04_whatIsNoQuestionIsSaidToBeNone_orNotAnswered() {
    assertThat(DnsMessage.answer(new byte[11], A03_DnsMessageTest::find)).isNull();
    byte[] reply = query("berlin.terminal.orbweaver", 1);
    reply[2] |= (byte) 0x80;
    assertThat(DnsMessage.answer(reply, A03_DnsMessageTest::find)).isNull();
    byte[] status = query("berlin.terminal.orbweaver", 1);
    status[2] |= 0x10;
    assertThat(code(wrap(status))).as("not implemented").isEqualTo(4);
    byte[] cut = Arrays.copyOf(query("berlin.terminal.orbweaver", 1), 20);
    assertThat(code(wrap(cut))).as("format error").isEqualTo(1);
  }

  @Test
  void a06_aNameOfOthersHasWhatTheyKnow_orNothing() {
    NameAnswer known =
        new NameAnswer.Elsewhere(
            List.of(InetAddress.ofLiteral("192.0.2.7"), InetAddress.ofLiteral("2001:db8::7")));
    byte[] v4 = Objects.requireNonNull(DnsMessage.answer(query("a.example", 1), name -> known));
    ByteBuffer answer = ByteBuffer.wrap(v4);
    assertThat(answer.getShort(2))
        .as("answer, recursion desired and available, not authoritative")
        .isEqualTo((short) 0x8180);
    assertThat(answer.getShort(6)).isEqualTo((short) 1);
    assertThat(answer.getInt(answer.limit() - 4)).isEqualTo(0xc000_0207);
    NameAnswer none = new NameAnswer.Elsewhere(List.of());
    byte[] nobody = Objects.requireNonNull(DnsMessage.answer(query("a.example", 1), name -> none));
    assertThat(code(ByteBuffer.wrap(nobody))).as("no such name").isEqualTo(3);
  }

  private static ByteBuffer wrap(byte[] query) {
    byte[] answer = DnsMessage.answer(query, A03_DnsMessageTest::find);
    assertThat(answer).isNotNull();
    return ByteBuffer.wrap(answer);
  }

  @FuzzTest(maxDuration = "30s")
  void a05_anyBytesGetAnAnswerOfTheirOwnOrNone(byte[] query) {
    byte[] answer = DnsMessage.answer(query, A03_DnsMessageTest::find);
    if (answer != null) {
      assertThat(answer.length).isLessThanOrEqualTo(query.length + 64);
      assertThat(answer[0]).isEqualTo(query[0]);
      assertThat(answer[2] & 0x80).isEqualTo(0x80);
    }
  }
}
