package org.orbweaver.dataplane;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.time.TimeSource;
import org.orbweaver.core.time.Utc;

/**
 * A network that does as it is told: three terminals, two PoPs 10 ms of fibre apart. Its time is a
 * day in 2026 and runs as real time does.
 */
final class FakeNetwork implements PathView, WhoAmIView, TimeSource {
  static final int BERLIN = 0;
  static final int FRANKFURT = 0;
  static final int LONDON = 1;
  static final long START_NS = Utc.parseNs("2026-05-21T12:00:12Z");

  private static final List<String> TERMINALS = List.of("berlin", "accra", "tromsø");
  private static final List<String> POPS = List.of("frankfurt", "london");
  private static final long FIBRE_NS = TimeUnit.MILLISECONDS.toNanos(10);

  private final long bootNs = System.nanoTime();
  private final Map<Integer, PathState> states = new ConcurrentHashMap<>();
  private final Set<Integer> popsOut = ConcurrentHashMap.newKeySet();

  /** Every terminal served by frankfurt: 20 ms each way, 100 Mbit/s down, 20 up. */
  FakeNetwork() {
    for (int t = 0; t < TERMINALS.size(); t++) {
      path(t, 20, 100, 20);
    }
  }

  void path(int terminal, double delayMs, double downMbps, double upMbps) {
    set(terminal, delayMs, downMbps, upMbps, Long.MIN_VALUE);
  }

  /** A handover: the new path, and nothing departs for a while. */
  void handover(int terminal, double delayMs, double downMbps, double upMbps, long holdMs) {
    set(terminal, delayMs, downMbps, upMbps, nowNs() + TimeUnit.MILLISECONDS.toNanos(holdMs));
  }

  private void set(int terminal, double delayMs, double down, double up, long heldUntilNs) {
    states.put(
        terminal,
        new PathState(
            true,
            ReasonCode.SERVED,
            Math.round(delayMs * 1e6),
            down * 1e6,
            up * 1e6,
            heldUntilNs,
            FRANKFURT));
  }

  void unserved(int terminal, ReasonCode reason) {
    states.put(terminal, PathState.unserved(reason, FRANKFURT));
  }

  @Override
  public long nowNs() {
    return START_NS + (System.nanoTime() - bootNs);
  }

  @Override
  public int terminals() {
    return TERMINALS.size();
  }

  @Override
  public int terminal(String name) {
    return TERMINALS.indexOf(name);
  }

  @Override
  public String terminalName(int terminal) {
    return TERMINALS.get(terminal);
  }

  @Override
  public int pops() {
    return POPS.size();
  }

  @Override
  public int pop(String name) {
    return POPS.indexOf(name);
  }

  @Override
  public String popName(int pop) {
    return POPS.get(pop);
  }

  /** From now on the PoP is out of service. */
  void popFails(int pop) {
    popsOut.add(pop);
  }

  @Override
  public boolean isPopOut(int pop) {
    return popsOut.contains(pop);
  }

  @Override
  public PathState at(int terminal, long nowNs) {
    return Objects.requireNonNull(states.get(terminal));
  }

  @Override
  public long popToPopDelayNs(int fromPop, int toPop) {
    return fromPop == toPop ? 0 : FIBRE_NS;
  }

  @Override
  public WhoAmI of(int terminal, long nowNs) {
    return of(terminal, at(terminal, nowNs));
  }

  WhoAmI of(int terminal, PathState state) {
    boolean served = state.served();
    double rttMs = 2e-6 * state.oneWayDelayNs();
    return new WhoAmI(
        terminalName(terminal),
        state.reason(),
        served ? "HELLO-17-3" : null,
        served ? 44_713 : null,
        served ? "aerzen" : null,
        popName(state.homePop()),
        served ? 57.25 : Double.NaN,
        served ? 181.5 : Double.NaN,
        served ? 640.125 : Double.NaN,
        0,
        served ? rttMs : Double.NaN,
        served ? rttMs : Double.NaN,
        state.downBps() * 1e-6,
        state.upBps() * 1e-6,
        START_NS,
        null,
        null,
        START_NS + TimeUnit.SECONDS.toNanos(15),
        null);
  }
}
