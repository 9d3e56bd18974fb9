package org.orbweaver.core.forwarding;

import java.util.List;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SortedSky;
import org.orbweaver.core.graph.DelayTrees;
import org.orbweaver.core.graph.LaserMeter;
import org.orbweaver.core.graph.SourceOrder;
import org.orbweaver.core.graph.SourceRanger;
import org.orbweaver.core.graph.SweepOrder;
import org.orbweaver.core.graph.Ticks;
import org.orbweaver.core.graph.TreeHops;
import org.orbweaver.core.graph.TreeKernel;
import org.orbweaver.core.link.LaserPattern;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.orbit.Ephemeris;

/**
 * Where to send next, from every satellite and every site, toward every site, and how far it is:
 * shortest ways over lasers between sites that do not relay, at one moment after another, in the
 * same storage. What simulators of constellations compute step by step (Kassing et al. 2020,
 * Hypatia), with the satellites' positions, their lasers' lengths and the sites' ranges.
 *
 * <p>A site has in view the satellites at or above its mask and within range. Lengths are {@link
 * Ticks}. Of equal ways the one is taken that lands first, else that goes over the satellite of the
 * smallest index; from a site, over the satellite that stands first in the {@link SortedSky}. Not
 * for several threads at once; the same whatever the kernel.
 */
public final class HopTables {
  /** Instead of a next satellite: down to the site itself. */
  public static final int LANDS_HERE = DelayTrees.LANDS_HERE;

  /** Instead of a next satellite: no way leads to the site. */
  public static final int UNREACHED = DelayTrees.UNREACHED;

  private final Ephemeris ephemeris;
  private final LaserMeter meter;
  private final SourceRanger ranger;
  private final DelayTrees trees;
  private final TreeHops hops;
  private final SortedSky sky;
  private final double[] xM;
  private final double[] yM;
  private final double[] zM;

  /**
   * @param order of the satellites, for sweeping
   * @param lasers that they may have
   * @param limits of the sites' links; separations from the geostationary arc are not kept
   */
  public HopTables(
      Ephemeris ephemeris,
      SweepOrder order,
      List<? extends LaserPattern> lasers,
      SiteTable sites,
      LinkLimits limits,
      TreeKernel kernel) {
    this.ephemeris = ephemeris;
    int satellites = ephemeris.size();
    meter = new LaserMeter(order, lasers);
    ranger = new SourceRanger(sites, limits, Survey.largestRadiusM(ephemeris));
    trees = new DelayTrees(kernel, order, SourceOrder.byPlace(sites));
    hops = new TreeHops(trees);
    sky = new SortedSky(satellites);
    xM = new double[satellites];
    yM = new double[satellites];
    zM = new double[satellites];
  }

  /** Works out a moment (UTC, nanoseconds since the Unix epoch). */
  public void moveTo(long unixNs) {
    ephemeris.positions(unixNs, xM, yM, zM);
    sky.sort(xM, yM, zM);
    trees.grow(meter.measure(xM, yM, zM), ranger.range(sky));
    hops.find();
  }

  /** From a satellite to a site; {@link Ticks#UNREACHABLE} where no way leads there. */
  public int ticks(int satellite, int site) {
    return trees.ticks(site, satellite);
  }

  /** From a satellite toward a site: a satellite, {@link #LANDS_HERE} or {@link #UNREACHED}. */
  public int next(int satellite, int site) {
    return hops.next(site, satellite);
  }

  /** From one site to another, zero to itself; {@link Ticks#UNREACHABLE} where there is no way. */
  public int ticksBetween(int from, int to) {
    return hops.ticksBetween(from, to);
  }

  /** The satellite to which the way from one site to another goes up, or {@link #UNREACHED}. */
  public int firstBetween(int from, int to) {
    return hops.firstBetween(from, to);
  }
}
