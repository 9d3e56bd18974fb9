package org.orbweaver.core.graph;

import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.SiteTable;

/**
 * Delays over fibre between gateways and PoPs and between PoPs: great circle times a detour over
 * the speed of light in glass. Layout: one row by gateway, then one by PoP, columns by PoP.
 */
public final class GroundFibre {
  private final int pops;
  private final long[] gatewayFs;
  private final long[] popFs;

  /**
   * @param speedMPerS of light in fibre, m/s
   * @param detour length of the route over the great circle, at least 1
   */
  public GroundFibre(SiteTable gateways, SiteTable pops, double speedMPerS, double detour) {
    this.pops = pops.size();
    gatewayFs = matrix(gateways, pops, speedMPerS, detour);
    popFs = matrix(pops, pops, speedMPerS, detour);
  }

  private GroundFibre(int pops, long[] gatewayFs, long[] popFs) {
    this.pops = pops;
    this.gatewayFs = gatewayFs;
    this.popFs = popFs;
  }

  /** Gives a fibre another delay or cost. */
  @FunctionalInterface
  public interface Weight {
    long fs(int gateway, int pop, long delayFs);
  }

  /** The same with other weights of the fibres from gateways to PoPs. */
  public GroundFibre withGatewayToPop(Weight weight) {
    long[] weighed = new long[gatewayFs.length];
    for (int k = 0; k < weighed.length; k++) {
      weighed[k] = weight.fs(k / pops, k % pops, gatewayFs[k]);
    }
    return new GroundFibre(pops, weighed, popFs);
  }

  private static long[] matrix(SiteTable from, SiteTable to, double speedMPerS, double detour) {
    long[] delayFs = new long[from.size() * to.size()];
    for (int a = 0; a < from.size(); a++) {
      GeodeticPoint here = from.point(a);
      for (int b = 0; b < to.size(); b++) {
        delayFs[a * to.size() + b] =
            Delay.ofSeconds(here.greatCircleM(to.point(b)) * detour / speedMPerS);
      }
    }
    return delayFs;
  }

  /** Number of PoPs. */
  public int pops() {
    return pops;
  }

  public long gatewayToPopFs(int gateway, int pop) {
    return gatewayFs[gateway * pops + pop];
  }

  public long popToPopFs(int a, int b) {
    return popFs[a * pops + b];
  }
}
