package org.orbweaver.core;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.traffic.LoadModel;
import org.orbweaver.core.traffic.Tariffs;

/**
 * What terminals may ask for beside the load of others: worked out anew for each quarter of an
 * hour, or where terminals have moved.
 */
final class LoadedTariffs {
  private final PlanningTables tables;

  /** That of the slot last asked for: the next question mostly is about the same. */
  private volatile @Nullable Asked last;

  /**
   * What holds for a while.
   *
   * @param quarter number of the quarter of an hour
   * @param sites where terminals are
   */
  record Asked(long quarter, SiteTable sites, Tariffs down, Tariffs up) {}

  LoadedTariffs(PlanningTables tables) {
    this.tables = tables;
  }

  /**
   * @param unixNs UTC, nanoseconds since the Unix epoch
   */
  Asked at(long unixNs, SiteTable sites) {
    LoadModel load = tables.load();
    long quarter = load == null ? 0 : Math.floorDiv(unixNs, LoadModel.HOLDS_NS);
    Asked known = last;
    if (known != null && known.quarter == quarter && known.sites == sites) {
      return known;
    }
    Asked asked =
        load == null
            ? new Asked(quarter, sites, tables.downTariffs(), tables.upTariffs())
            : new Asked(
                quarter,
                sites,
                beside(load, false, unixNs, sites, tables.downTariffs()),
                beside(load, true, unixNs, sites, tables.upTariffs()));
    last = asked;
    return asked;
  }

  private static Tariffs beside(
      LoadModel load, boolean isUp, long unixNs, SiteTable sites, Tariffs full) {
    return full.beside(t -> load.others(isUp, sites.point(t), unixNs), load.background(isUp));
  }
}
