package org.orbweaver.core.link;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.Horizon;
import org.orbweaver.core.geometry.LookAngle;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SkyIndex;
import org.orbweaver.core.orbit.Snapshot;

/**
 * The satellites that each site of a table has in view: at or above its elevation mask and within
 * the longest range. Layout: compressed rows; row {@code site} spans the entries {@link #first} to
 * {@link #end}, satellites ascending within it, with their ranges in a parallel array.
 */
public final class InView {
  private final Snapshot snapshot;
  private final SiteTable sites;
  private final int[] rowStart;
  private int[] satellite;
  private double[] rangeM;

  private InView(Snapshot snapshot, SiteTable sites) {
    this.snapshot = snapshot;
    this.sites = sites;
    rowStart = new int[sites.size() + 1];
    satellite = new int[Math.max(16, 16 * sites.size())];
    rangeM = new double[0];
  }

  /** Of no sites at all. */
  public static InView none(Snapshot snapshot) {
    return new InView(snapshot, new SiteTable(List.of(), List.of()));
  }

  /** Looks at the sky of every site. */
  public static InView of(Snapshot snapshot, SkyIndex sky, SiteTable sites, LinkLimits limits) {
    InView view = new InView(snapshot, sites);
    var row = view.new RowBuilder();
    for (int site = 0; site < sites.size(); site++) {
      row.begin(site, limits);
      sky.near(sites, site, limits.minElevationRad(site), limits.maxRangeM(), row);
      Arrays.sort(view.satellite, view.rowStart[site], row.end);
      view.rowStart[site + 1] = row.end;
    }
    view.measure();
    return view;
  }

  /** Admits what the index offers; the test is exact, the offer is not. */
  private final class RowBuilder implements IntConsumer {
    private int end;
    private double sx;
    private double sy;
    private double sz;
    private double ux;
    private double uy;
    private double uz;
    private double sinMask;
    private double maxRangeM;
    private int site;
    private @Nullable Horizon horizon;

    void begin(int newSite, LinkLimits limits) {
      site = newSite;
      horizon = limits.horizon(site);
      sx = sites.xM(site);
      sy = sites.yM(site);
      sz = sites.zM(site);
      ux = sites.upX(site);
      uy = sites.upY(site);
      uz = sites.upZ(site);
      sinMask = Math.sin(limits.minElevationRad(site));
      maxRangeM = limits.maxRangeM();
    }

    @Override
    public void accept(int candidate) {
      double dx = snapshot.xM(candidate) - sx;
      double dy = snapshot.yM(candidate) - sy;
      double dz = snapshot.zM(candidate) - sz;
      double range = Math.sqrt(dx * dx + dy * dy + dz * dz);
      if (dx * ux + dy * uy + dz * uz >= sinMask * range
          && range <= maxRangeM
          && !isHidden(candidate)) {
        if (end == satellite.length) {
          satellite = Arrays.copyOf(satellite, 2 * end);
        }
        satellite[end++] = candidate;
      }
    }

    private boolean isHidden(int s) {
      return horizon != null
          && horizon.hides(sites.lookAngle(site, snapshot.xM(s), snapshot.yM(s), snapshot.zM(s)));
    }
  }

  private void measure() {
    int entries = rowStart[rowStart.length - 1];
    satellite = Arrays.copyOf(satellite, entries);
    rangeM = new double[entries];
    for (int site = 0; site < sites.size(); site++) {
      for (int k = rowStart[site]; k < rowStart[site + 1]; k++) {
        int s = satellite[k];
        rangeM[k] = sites.rangeM(site, snapshot.xM(s), snapshot.yM(s), snapshot.zM(s));
      }
    }
  }

  /** The same with nothing in view of some sites. */
  InView without(BitSet blindSites) {
    InView left = new InView(snapshot, sites);
    left.satellite = new int[satellite.length];
    left.rangeM = new double[rangeM.length];
    int end = 0;
    for (int site = 0; site < sites(); site++) {
      if (!blindSites.get(site)) {
        int length = rowStart[site + 1] - rowStart[site];
        System.arraycopy(satellite, rowStart[site], left.satellite, end, length);
        System.arraycopy(rangeM, rowStart[site], left.rangeM, end, length);
        end += length;
      }
      left.rowStart[site + 1] = end;
    }
    left.satellite = Arrays.copyOf(left.satellite, end);
    left.rangeM = Arrays.copyOf(left.rangeM, end);
    return left;
  }

  public int sites() {
    return rowStart.length - 1;
  }

  /** First entry of a site's row. */
  public int first(int site) {
    return rowStart[site];
  }

  /** One past the last entry of a site's row. */
  public int end(int site) {
    return rowStart[site + 1];
  }

  public int entries() {
    return satellite.length;
  }

  /** The satellite of an entry. */
  public int satellite(int entry) {
    return satellite[entry];
  }

  /** Straight distance of an entry, metres. */
  public double rangeM(int entry) {
    return rangeM[entry];
  }

  /** Direction and distance of an entry of a site's row. */
  public LookAngle lookAngle(int site, int entry) {
    int s = satellite[entry];
    return sites.lookAngle(site, snapshot.xM(s), snapshot.yM(s), snapshot.zM(s));
  }
}
