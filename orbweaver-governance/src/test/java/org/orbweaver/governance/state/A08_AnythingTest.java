package org.orbweaver.governance.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.MalformedException;

/** Whatever somebody signs, the fold has an answer, and what it refuses has changed nothing. */
class A08_AnythingTest {
  private static final String[] VALUES = {
    "\"\"",
    "\"x\"",
    "0",
    "1000000000000000",
    "[]",
    "{}",
    "null",
    "true",
    "\"2000-01-01T00:00:00Z\"",
    "\"2199-12-31T23:59:59Z\"",
    "\"2262-04-11T23:47:16Z\"",
    "\"PT0S\"",
    "\"P3660D\"",
    "\"PT87840H\"",
    "\"C-2026-0001\"",
    "\"C-2026-0002\"",
    "\"ops-1\"",
    "\"executor\"",
    "\"restrict\"",
    "\"enable\"",
    "\"hold\"",
    "{\"is\":\"everywhere\"}",
    "{\"is\":\"terminals\",\"terminals\":[\"t\"]}",
  };

  private static final Pattern VALUE =
      Pattern.compile("(?<=\":)(\"[^\"]*\"|[0-9]+|\\[[^\\[\\]]*]|\\{[^{}]*})");

  @Test
  void a01_changedEntriesWithRightSignatures() {
    TestBoard board = TestBoard.founded();
    CaseSteps steps = CaseSteps.inApproval(board, "C-2026-0001", Effect.RESTRICT);
    steps.approvedBy("ops-1", "legal-1", "relief-1");
    steps.untilItsTime();
    steps.executed(board.impact());
    List<byte[]> entries = board.entries();
    Random random = new Random(20260301);
    int accepted = 0;
    for (int i = 0; i < 3_000; i++) {
      int at = 1 + random.nextInt(entries.size() - 1);
      GovernanceState state = stateOf(entries.subList(0, at));
      List<CaseFile> before = state.cases().toList();
      Envelope changed = changed(board, entries.get(at), random);
      Outcome outcome = state.apply(at, changed);
      if (outcome instanceof Outcome.Refused) {
        assertThat(state.cases().toList()).isEqualTo(before);
        assertThat(state.size()).isEqualTo(at);
      } else {
        accepted++;
      }
    }
    assertThat(accepted).isBetween(50, 2_500);
  }

  private static GovernanceState stateOf(List<byte[]> entries) {
    GovernanceState state = new GovernanceState(TestBoard.ORIGIN);
    for (byte[] entry : entries) {
      // Their signatures were verified when they were made.
      state.apply(state.size(), SignedEntry.read(entry), (envelope, key, signature) -> true);
    }
    assertThat(state.size()).isEqualTo(entries.size());
    return state;
  }

  /** One value is another, and whoever signed it before signs it again. */
  private static Envelope changed(TestBoard board, byte[] entry, Random random) {
    String payload = new String(Envelope.parse(entry).payload(), UTF_8);
    List<int[]> places = new ArrayList<>();
    Matcher matcher = VALUE.matcher(payload);
    while (matcher.find()) {
      places.add(new int[] {matcher.start(), matcher.end()});
    }
    int[] place = places.get(random.nextInt(places.size()));
    String other =
        payload.substring(0, place[0])
            + VALUES[random.nextInt(VALUES.length)]
            + payload.substring(place[1]);
    byte[] bytes = other.getBytes(UTF_8);
    String by = "ops-1";
    try {
      by = EntryCodec.decode(bytes).header().by();
    } catch (MalformedException e) {
      // Anybody may sign what is no entry.
    }
    boolean known = board.people().stream().map(person -> person.id()).toList().contains(by);
    return Envelope.sign(Entry.TYPE, bytes, board.key(known ? by : "ops-1"));
  }
}
