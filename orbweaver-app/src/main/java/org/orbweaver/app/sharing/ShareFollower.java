package org.orbweaver.app.sharing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Reasons;
import org.orbweaver.dataplane.PathState;
import org.orbweaver.dataplane.PathView;
import org.orbweaver.dataplane.packet.LinkGauges;
import org.orbweaver.dataplane.packet.Shares;

/**
 * Looks a few times a second what links are asked to carry, and has capacity shared accordingly. A
 * link that asks for all it may have gets its share, whatever that is; one that asks for less keeps
 * at least its planned rate, so that what it sends now and then takes no longer than planned. What
 * several carriers carry for one terminal passes over one link.
 */
public final class ShareFollower implements AutoCloseable {
  private static final long EVERY_NS = TimeUnit.MILLISECONDS.toNanos(200);

  /** With so many links, new ones wait up to a second: to begin sharing anew takes a while. */
  private static final int MANY = 64;

  private static final int LOOKS_A_SECOND = 5;

  private final List<? extends Carrier> carriers;
  private final Sharing sharing;
  private final PathView paths;
  private final LongSupplier carrierNs;
  private final LongUnaryOperator slotEndNs;
  private final Thread thread;
  private final Map<Integer, Claims> claims = new LinkedHashMap<>();
  private final int[] joined;
  private final @Nullable Shares[] published;
  private int[] shared = {};
  private volatile boolean closing;

  /**
   * Starts to follow.
   *
   * @param carriers that share terminals' links
   * @param paths what is known of terminals
   * @param carrierNs the time by which paths and slots are asked for
   * @param slotEndNs from an instant of that time to the end of its slot
   * @param notices one line for the operator
   */
  public ShareFollower(
      List<? extends Carrier> carriers,
      Sharing sharing,
      PathView paths,
      LongSupplier carrierNs,
      LongUnaryOperator slotEndNs,
      Consumer<String> notices) {
    this.carriers = List.copyOf(carriers);
    this.sharing = sharing;
    this.paths = paths;
    this.carrierNs = carrierNs;
    this.slotEndNs = slotEndNs;
    joined = new int[carriers.size()];
    published = new Shares[carriers.size()];
    thread = Thread.ofPlatform().name("shares").daemon().start(() -> follow(notices));
  }

  private void follow(Consumer<String> notices) {
    try {
      long lookedNs = System.nanoTime();
      for (long look = 0; !closing; look++) {
        LockSupport.parkNanos(EVERY_NS);
        if (claims.size() < MANY || look % LOOKS_A_SECOND == 0) {
          join();
        }
        long nowNs = System.nanoTime();
        // A wake-up for nothing, or by close.
        if (nowNs - lookedNs >= EVERY_NS / 2) {
          look(nowNs - lookedNs);
          lookedNs = nowNs;
        }
      }
    } catch (RuntimeException e) {
      carriers.forEach(carrier -> carrier.publish(Shares.PLANNED));
      notices.accept("capacity is shared as planned, whatever is sent: " + Reasons.of(e));
    }
  }

  /** Begins with links that are new. */
  private void join() {
    int before = claims.size();
    for (int c = 0; c < joined.length; c++) {
      Carrier carrier = carriers.get(c);
      List<Integer> terminals = carrier.terminals();
      for (; joined[c] < terminals.size(); joined[c]++) {
        LinkGauges gauges = carrier.gauges(joined[c]);
        if (gauges == null) {
          break;
        }
        claims
            .computeIfAbsent(terminals.get(joined[c]), each -> new Claims(each, joined.length))
            .add(c, new Claim(joined[c], gauges));
      }
    }
    if (claims.size() != before) {
      shared = claims.keySet().stream().mapToInt(each -> each).filter(paths::isShared).toArray();
    }
  }

  private void look(long passedNs) {
    if (claims.isEmpty()) {
      return;
    }
    claims.values().forEach(each -> each.look(passedNs));
    long nowNs = carrierNs.getAsLong();
    long nextNs = slotEndNs.applyAsLong(nowNs);
    long untilNs = slotEndNs.applyAsLong(nextNs);
    Shares[] shares = new Shares[joined.length];
    for (int c = 0; c < shares.length; c++) {
      long offsetNs = carriers.get(c).nowNs() - nowNs;
      shares[c] = new Shares(joined[c], nextNs + offsetNs, untilNs + offsetNs);
    }
    for (boolean isUp : new boolean[] {false, true}) {
      for (boolean inNext : new boolean[] {false, true}) {
        share(shares, isUp, inNext, nowNs);
      }
    }
    for (int c = 0; c < shares.length; c++) {
      Shares before = published[c];
      if (before == null || !shares[c].isLike(before, EVERY_NS)) {
        published[c] = shares[c];
        carriers.get(c).publish(shares[c]);
      }
    }
  }

  private void share(Shares[] shares, boolean isUp, boolean inNext, long nowNs) {
    double[] demandBps = new double[shared.length];
    for (int k = 0; k < shared.length; k++) {
      demandBps[k] = claims(shared[k]).bps(isUp);
    }
    double[] ofPlanned =
        shared.length == 0 ? demandBps : sharing.ofPlanned(inNext, isUp, shared, demandBps);
    int k = 0;
    for (Claims each : claims.values()) {
      boolean isShared = k < shared.length && shared[k] == each.terminal;
      double linkOfPlanned = isShared ? atLeastPlanned(ofPlanned[k], demandBps[k]) : 1;
      k += isShared ? 1 : 0;
      double linkBps =
          each.areSeveral() ? linkOfPlanned * plannedBps(each.terminal, isUp, nowNs) : 0;
      for (int c = 0; c < shares.length; c++) {
        Claim claim = each.of(c);
        if (claim != null) {
          shares[c].set(claim.link, isUp, inNext, linkOfPlanned * each.part(c, isUp, linkBps));
        }
      }
    }
  }

  private double plannedBps(int terminal, boolean isUp, long nowNs) {
    PathState state = paths.at(terminal, nowNs);
    return isUp ? state.upBps() : state.downBps();
  }

  private Claims claims(int terminal) {
    return Objects.requireNonNull(claims.get(terminal));
  }

  private static double atLeastPlanned(double ofPlanned, double demandBps) {
    return demandBps == Double.POSITIVE_INFINITY ? ofPlanned : Math.max(1, ofPlanned);
  }

  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
  }
}
