package org.orbweaver.governance.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.MalformedException;

/** What stands in an entry, and that nothing else may. */
class A01_EntryCodecTest {
  private static final Header HEADER =
      new Header("ledger.example/2026", Instant.parse("2026-03-01T08:00:00Z"), "ops-1");
  private static final Hash HASH = Hash.leaf(new byte[0]);
  private static final Entry APPROVED =
      new CaseEntry.Approved(HEADER, "C-2026-0001", HASH, null, "as \"assessed\"\nwith care");

  private static final Measure MEASURE =
      new Measure(
          Effect.RESTRICT,
          new Where.Area("vellmark", "ab".repeat(32)),
          List.of(ServiceClass.CONSUMER, ServiceClass.GOVERNMENT),
          Instant.parse("2026-06-01T00:00:00Z"),
          null,
          Duration.ZERO,
          "act 12",
          Expiry.REVERT,
          List.of(),
          null,
          "an attack",
          List.of("C-2026-0002"));

  private static String text(Entry entry) {
    return new String(EntryCodec.encode(entry), UTF_8);
  }

  private static Entry read(String text) {
    return EntryCodec.decode(text.getBytes(UTF_8));
  }

  @Test
  void a01_anEntryIsOneObject() {
    assertThat(text(APPROVED))
        .isEqualTo(
            "{\"format\":\"orbweaver-entry/1\",\"kind\":\"case.approved\","
                + "\"origin\":\"ledger.example/2026\",\"time\":\"2026-03-01T08:00:00Z\","
                + "\"by\":\"ops-1\",\"caseId\":\"C-2026-0001\",\"on\":\""
                + HASH
                + "\",\"reason\":\"as \\\"assessed\\\"\\nwith care\"}");
    assertThat(read(text(APPROVED))).isEqualTo(APPROVED);
  }

  @Test
  void a02_listsNumbersAndObjectsGoAndComeBack() {
    List<Entry> entries =
        List.of(
            new CaseEntry.Assessed(HEADER, "C-2026-0001", HASH, MEASURE, List.of("x"), "why"),
            new CaseEntry.SentBack(
                HEADER, "C-2026-0001", HASH, new Impact(HASH, HEADER.time()), 2, 17),
            new CaseEntry.Proposed(
                HEADER,
                "C-2026-0001",
                List.of(
                    new Change.Remove("ops-1"),
                    new Change.Rules(Settings.DEFAULT),
                    new Change.Witnesses(null)),
                "why"));
    for (Entry entry : entries) {
      assertThat(read(text(entry))).isEqualTo(entry);
    }
  }

  @Test
  void a03_whereIsOneOfFour() {
    for (Where where :
        List.of(
            new Where.Everywhere(),
            new Where.Countries(List.of("XA")),
            new Where.Area("a", "b"),
            new Where.Terminals(List.of("t")))) {
      Measure measure =
          new Measure(
              Effect.ENABLE,
              where,
              List.of(),
              HEADER.time(),
              HEADER.time(),
              Duration.ofHours(1),
              "",
              Expiry.HOLD,
              List.of("x"),
              HEADER.time(),
              null,
              List.of());
      assertThat(EntryCodec.part(Measure.class, EntryCodec.part(measure))).isEqualTo(measure);
    }
  }

  @Test
  void a04_eachKindHasANameOfItsOwn() {
    List<String> kinds = StreamSupport.stream(EntryCodec.kinds().spliterator(), false).toList();
    assertThat(kinds)
        .doesNotHaveDuplicates()
        .contains("genesis", "case.received", "case.approved", "break-glass.called", "key.rotated")
        .allMatch(kind -> kind.matches("[a-z-]+(\\.[a-z-]+)?"));
  }

  @Test
  void a05_whatIsNotKnownIsRefused() {
    String good = text(APPROVED);
    String[][] wrong = {
      {"orbweaver-entry/1", "orbweaver-entry/2"},
      {"case.approved", "case.waved-through"},
      {"\"reason\"", "\"reasons\""},
      {"\"by\":", "\"also\":1,\"by\":"},
      {"2026-03-01T08:00:00Z", "2026-03-01T08:00Z"},
      {"2026-03-01T08:00:00Z", "2026-03-01T09:00:00+01:00"},
      {"2026-03-01T08:00:00Z", "1999-12-31T23:59:59Z"},
      {"2026-03-01T08:00:00Z", "2200-01-01T00:00:00Z"},
      {"\"C-2026-0001\"", "7"},
      {"\"C-2026-0001\"", "null"},
      {HASH.toString(), HASH.toString().replace("=", "")},
      {"with care", "with\\u0007care"},
      {"with care", "x".repeat(9_000)},
    };
    for (String[] change : wrong) {
      String text = good.replace(change[0], change[1]);
      assertThat(text).isNotEqualTo(good);
      assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void a06_theMessageSaysWhichMember() {
    String assessed =
        text(new CaseEntry.Assessed(HEADER, "C-2026-0001", HASH, MEASURE, List.of("x"), "why"));
    String[][] wrong = {
      {"\"restrict\"", "\"forbid\"", "measure.effect\" must be one of"},
      {"[\"consumer\"", "[7", "measure.classes[0]\" must be one of"},
      {"\"is\":\"area\"", "\"is\":\"moon\"", "measure.where.is\" must be one of"},
      {"\"PT0S\"", "\"PT-1S\"", "measure.grace\" must be a duration"},
      {"\"PT0S\"", "\"PT99999H\"", "measure.grace\" must be a duration"},
      {"[\"x\"]", "{}", "parties\" must be a list"},
      {"\"legalBasis\":\"act 12\",", "", "measure.legalBasis\" is missing"},
      {"\"legalBasis\"", "\"x\":1,\"legalBasis\"", "measure: there is no member \"x\""},
    };
    for (String[] change : wrong) {
      String text = assessed.replace(change[0], change[1]);
      assertThat(text).isNotEqualTo(assessed);
      assertThatThrownBy(() -> read(text))
          .isInstanceOf(MalformedException.class)
          .hasMessageContaining(change[2]);
    }
  }

  @Test
  void a07_numbersAreWholeAndInRange() {
    String back =
        text(
            new CaseEntry.SentBack(
                HEADER, "C-2026-0001", HASH, new Impact(HASH, HEADER.time()), 2, 17));
    for (String number : List.of("-1", "1.0", "1e3", "017", "9999999999999999", "\"17\"", "true")) {
      assertThatThrownBy(() -> read(back.replace(":17}", ":" + number + "}")))
          .as(number)
          .isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void a08_whatIsNoObjectIsNoEntry() {
    for (String text : List.of("", "7", "[]", "{}", "{\"format\":7}", "{\"a\":1,\"a\":2}")) {
      assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(MalformedException.class);
      assertThatThrownBy(() -> EntryCodec.part(Measure.class, text.getBytes(UTF_8)))
          .isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void b01_aReceiptIsLongAndOnlyItsHashIsPublic() {
    String receipt = Receipt.make(new SecureRandom());
    assertThat(receipt).matches("R(-[0-9A-HJKMNP-TV-Z]{5}){5}");
    assertThat(Receipt.make(new SecureRandom())).isNotEqualTo(receipt);
    assertThat(Receipt.hash(receipt)).isEqualTo(Receipt.hash(receipt));
    assertThat(Receipt.hash(receipt)).isNotEqualTo(Receipt.hash(receipt + "0"));
  }
}
