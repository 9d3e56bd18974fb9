package org.orbweaver.core.link;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.orbweaver.core.orbit.Snapshot;

/**
 * What is out of service: satellites, laser links, gateways and PoPs by index. A satellite that is
 * out has no service, no lasers and no feeder links; a gateway no links; a PoP no traffic. Where
 * nothing is out, {@link #NONE}, every method gives back what it was given. Immutable. Layout: a
 * bit for each satellite, gateway and PoP; pairs of satellites ascending, as in {@link LaserPairs}.
 */
public final class Outages {
  public static final Outages NONE = new Builder().build();

  private final BitSet satellites;
  private final BitSet lasersOf;
  private final long[] pairs;
  private final BitSet gateways;
  private final BitSet pops;

  private Outages(BitSet satellites, BitSet lasersOf, long[] pairs, BitSet gateways, BitSet pops) {
    this.satellites = satellites;
    this.lasersOf = lasersOf;
    this.pairs = pairs;
    this.gateways = gateways;
    this.pops = pops;
  }

  /** Collects elements in any order; an element may come twice. */
  public static final class Builder {
    private final BitSet satellites = new BitSet();
    private final BitSet lasersOf = new BitSet();
    private final Set<Long> pairs = new TreeSet<>();
    private final BitSet gateways = new BitSet();
    private final BitSet pops = new BitSet();

    public Builder satellite(int satellite) {
      satellites.set(satellite);
      return this;
    }

    /** All laser links of a satellite, which else works. */
    public Builder lasersOf(int satellite) {
      lasersOf.set(satellite);
      return this;
    }

    /** One laser link, whether or not there is one. */
    public Builder laser(int a, int b) {
      pairs.add(LaserPairs.pair(a, b));
      return this;
    }

    public Builder gateway(int gateway) {
      gateways.set(gateway);
      return this;
    }

    public Builder pop(int pop) {
      pops.set(pop);
      return this;
    }

    public Outages build() {
      return new Outages(
          (BitSet) satellites.clone(),
          (BitSet) lasersOf.clone(),
          pairs.stream().mapToLong(Long::longValue).toArray(),
          (BitSet) gateways.clone(),
          (BitSet) pops.clone());
    }
  }

  /** All that is out in one or the other. */
  public Outages and(Outages other) {
    if (other.isEmpty()) {
      return this;
    }
    return isEmpty()
        ? other
        : new Outages(
            union(satellites, other.satellites),
            union(lasersOf, other.lasersOf),
            LongStream.concat(Arrays.stream(pairs), Arrays.stream(other.pairs))
                .sorted()
                .distinct()
                .toArray(),
            union(gateways, other.gateways),
            union(pops, other.pops));
  }

  private static BitSet union(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.or(b);
    return both;
  }

  public boolean isEmpty() {
    return satellites.isEmpty()
        && lasersOf.isEmpty()
        && pairs.length == 0
        && gateways.isEmpty()
        && pops.isEmpty();
  }

  public boolean isSatelliteOut(int satellite) {
    return satellites.get(satellite);
  }

  /** Whether any satellite is out as a whole. */
  public boolean anySatellite() {
    return !satellites.isEmpty();
  }

  /** The first satellite from an index on that is out, or -1. */
  public int nextSatellite(int from) {
    return satellites.nextSetBit(from);
  }

  /** Whether two satellites cannot be linked, for either's sake or for the link's own. */
  public boolean isLaserOut(int a, int b) {
    return satellites.get(a)
        || satellites.get(b)
        || lasersOf.get(a)
        || lasersOf.get(b)
        || Arrays.binarySearch(pairs, LaserPairs.pair(a, b)) >= 0;
  }

  public boolean isGatewayOut(int gateway) {
    return gateways.get(gateway);
  }

  public boolean isPopOut(int pop) {
    return pops.get(pop);
  }

  public boolean anyPop() {
    return !pops.isEmpty();
  }

  /** The same moment without the satellites that are out: they have no position in it. */
  public Snapshot mask(Snapshot snapshot) {
    if (satellites.isEmpty()) {
      return snapshot;
    }
    int n = snapshot.size();
    double[] xM = new double[n];
    double[] yM = new double[n];
    double[] zM = new double[n];
    for (int s = 0; s < n; s++) {
      boolean out = satellites.get(s);
      xM[s] = out ? Double.NaN : snapshot.xM(s);
      yM[s] = out ? Double.NaN : snapshot.yM(s);
      zM[s] = out ? Double.NaN : snapshot.zM(s);
    }
    return new Snapshot(snapshot.timeNs(), xM, yM, zM);
  }

  /** Gateways' satellites in view, none for those gateways that are out. */
  InView mask(InView gatewayViews) {
    return gateways.isEmpty() ? gatewayViews : gatewayViews.without(gateways);
  }

  /** The links that are left; satellites that are out have none already, having no position. */
  LaserLinks mask(LaserLinks lasers) {
    return lasersOf.isEmpty() && pairs.length == 0 ? lasers : lasers.without(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Outages o
        && satellites.equals(o.satellites)
        && lasersOf.equals(o.lasersOf)
        && Arrays.equals(pairs, o.pairs)
        && gateways.equals(o.gateways)
        && pops.equals(o.pops);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * satellites.hashCode() + lasersOf.hashCode())
        + 31 * (31 * Arrays.hashCode(pairs) + gateways.hashCode())
        + pops.hashCode();
  }
}
