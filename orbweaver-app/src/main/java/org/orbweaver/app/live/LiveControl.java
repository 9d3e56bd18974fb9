package org.orbweaver.app.live;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.live.LiveNetwork.Effect;
import org.orbweaver.app.output.Facts;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.policy.ServicePolicy;
import org.orbweaver.core.scenario.Outage;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.problem.Words;
import org.orbweaver.governance.office.ServiceSnapshot;

/**
 * Carries out what is asked of a running network:
 *
 * <ul>
 *   <li>{@code fail FOR NAME...}: FOR in nanoseconds of network time, or {@code -}
 *   <li>{@code repair NAME...}: all without a name
 *   <li>{@code outages}: a line each: name, since, until (UTC or empty), {@code out} or {@code
 *       planned}, with tabs between
 *   <li>{@code service}: which decisions are obeyed, as JSON
 *   <li>{@code move NAME LAT LON ALT SIGMA}, {@code lose NAME}: where a terminal says that it is
 *   <li>{@code places}: a line for each terminal that moves
 *   <li>{@code speed FACTOR}, {@code pause}, {@code resume}
 *   <li>{@code attach NODE}: one line: process, descriptor of its namespace, IPv4, IPv6, resolver
 *   <li>{@code nodes}: {@link Facts} of the engine, then of each node that has a network
 *   <li>{@code record BYTES TERMINAL...}: one line, what to add to the times of notes; then notes
 *       of {@link org.orbweaver.dataplane.packet.Tap}, with so many bytes of each packet
 * </ul>
 *
 * The answer says what was done, when it is in force.
 */
final class LiveControl {
  private final LiveNetwork live;
  private final LiveOutages outages;
  private final NetworkClock clock;
  private final IntSupplier resetWhereOut;
  private final PacketControl packets;
  private final PlaceControl places;
  private final Consumer<Happening> told;

  /** Of the time before a pause; used while a change is made, which is one at a time. */
  private double speed;

  /**
   * Answers for a network.
   *
   * @param resetWhereOut resets the connections to services of PoPs that are out; how many
   * @param packets carries out what is asked of nodes
   * @param told what happens, one thing at a time; it must not block
   */
  LiveControl(
      LiveNetwork live,
      LiveOutages outages,
      NetworkClock clock,
      IntSupplier resetWhereOut,
      PacketControl packets,
      Consumer<Happening> told) {
    this.live = live;
    this.outages = outages;
    this.clock = clock;
    this.resetWhereOut = resetWhereOut;
    this.packets = packets;
    this.places = new PlaceControl(live, outages.places(), clock);
    this.told = told;
    this.speed = clock.speed();
  }

  /** Of a governed network: it may be asked, but neither hurried, stopped nor broken. */
  ControlReply governed(List<String> words) {
    String word = words.isEmpty() ? "" : words.getFirst();
    boolean moves =
        List.of("fail", "repair", "pause", "resume").contains(word)
            || (word.equals("speed") && !words.equals(List.of("speed", "1")));
    return moves
        ? ControlReply.refused(
            Failure.refused(
                "the network is governed by a ledger: it keeps wall time, and nothing is put out of"
                    + " service by a command",
                "Run the scenario without --ledger for an exercise."))
        : answer(words);
  }

  ControlReply answer(List<String> words) {
    try {
      List<String> rest = words.subList(Math.min(1, words.size()), words.size());
      if (!words.isEmpty() && words.getFirst().equals("record")) {
        return packets.record(rest);
      }
      return ControlReply.done(
          switch (words.isEmpty() ? "" : words.getFirst()) {
            case "fail" -> fail(rest);
            case "repair" -> repair(rest);
            case "outages" -> list();
            case "service" -> service();
            case "move" -> places.move(rest);
            case "lose" -> places.lose(rest);
            case "places" -> places.list();
            case "speed" -> speed(rest);
            case "pause" -> run(() -> 0.0);
            case "resume" -> run(() -> speed);
            case "attach" -> packets.attach(rest);
            case "nodes" -> packets.list();
            default -> throw unknown(words);
          });
    } catch (Failure e) {
      return ControlReply.refused(e);
    }
  }

  private static Failure unknown(List<String> words) {
    return Failure.environment(
        "the network does not know " + Words.quote(String.join(" ", words)),
        "Use the program that started it.");
  }

  private List<String> fail(List<String> words) {
    if (words.size() < 2 || !words.getFirst().matches("-|[0-9]{1,19}")) {
      throw unknown(words);
    }
    Long forNs = words.getFirst().equals("-") ? null : Long.valueOf(words.getFirst());
    return text(live.change(new Fail(words.subList(1, words.size()), forNs)));
  }

  private final class Fail implements LiveNetwork.Change<Happening> {
    private final List<String> names;
    private final @Nullable Long forNs;
    private final long askedNs = clock.monotonicNs();
    private List<Outage> failed = List.of();

    Fail(List<String> names, @Nullable Long forNs) {
      this.names = names;
      this.forNs = forNs;
    }

    @Override
    public Effect make() {
      failed = outages.fail(names, forNs);
      return Effect.AT_ONCE;
    }

    @Override
    public Happening outcome(SlotPlan before, SlotPlan after) {
      return tell(
          Happening.Failed.of(
              failed.getFirst().fromNs(),
              failed.stream().map(Outage::name).distinct().toList(),
              failed.getFirst().untilNs(),
              before,
              after,
              resetWhereOut.getAsInt(),
              clock.monotonicNs() - askedNs));
    }
  }

  private List<String> repair(List<String> names) {
    return text(live.change(new Repair(names)));
  }

  private final class Repair implements LiveNetwork.Change<Happening> {
    private final List<String> names;
    private List<Outage> repaired = List.of();

    Repair(List<String> names) {
      this.names = names;
    }

    @Override
    public Effect make() {
      repaired = outages.repair(names);
      return repaired.isEmpty() ? Effect.NONE : Effect.FROM_NEXT_SLOT;
    }

    @Override
    public Happening outcome(SlotPlan before, SlotPlan after) {
      Happening.Repaired happening =
          new Happening.Repaired(
              clock.nowNs(),
              repaired.stream().map(Outage::name).distinct().toList(),
              after.slot().endNs());
      return repaired.isEmpty() ? happening : tell(happening);
    }
  }

  /** Which decisions the running slot's plan obeys, as one line of JSON. */
  private List<String> service() {
    ServicePolicy policy = live.live().current().policy();
    byte[] json = ServiceSnapshot.of(policy.rules().decisions(), policy.atNs()).bytes();
    return new String(json, StandardCharsets.UTF_8).lines().toList();
  }

  private List<String> list() {
    long nowNs = clock.nowNs();
    return outages.list().stream()
        .map(outage ->
            String.join(
                "\t",
                outage.name(),
                outage.fromNs() == Long.MIN_VALUE ? "" : Utc.format(outage.fromNs()),
                outage.untilNs() == Long.MAX_VALUE ? "" : Utc.format(outage.untilNs()),
                outage.holdsAt(nowNs) ? "out" : "planned"))
        .toList();
  }

  private List<String> speed(List<String> words) {
    double wanted = Speeds.parse(words.isEmpty() ? "" : words.getFirst());
    return run(() -> speed = wanted);
  }

  /** The next slot's plan stays right at any rate. */
  private List<String> run(Supplier<Double> wanted) {
    return text(
        live.change(
            new LiveNetwork.Change<Happening>() {
              @Override
              public Effect make() {
                clock.run(wanted.get());
                return Effect.NONE;
              }

              @Override
              public Happening outcome(SlotPlan before, SlotPlan after) {
                return tell(new Happening.Runs(clock.nowNs(), clock.speed()));
              }
            }));
  }

  private Happening tell(Happening happening) {
    packets.renew();
    told.accept(happening);
    return happening;
  }

  private static List<String> text(Happening happening) {
    String text = PlainHappening.text(happening);
    return List.of(text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".");
  }
}
