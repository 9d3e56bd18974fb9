package org.orbweaver.app.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.PolicyCells;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.radio.RainLoss;
import org.orbweaver.core.time.Utc;
import org.orbweaver.core.traffic.AccessDelay;
import org.orbweaver.core.traffic.RateQuantiles;

/** Rows about sites: one a site, one an outage, one a share. */
public final class SiteRows {
  /** One row a site. */
  public static final Sheet SITES =
      new Sheet(
          "orbweaver.site/1",
          Column.text("site", "name of the site; its coordinates where it was given none"),
          Column.number("lat_deg", "its latitude, north positive"),
          Column.number("lon_deg", "its longitude, east positive"),
          Column.text("start_utc", "start of the first slot, UTC"),
          Column.text("end_utc", "end of the last slot, UTC"),
          Column.number("slots", "how many were planned"),
          Column.text("now_state", "in the first slot: served or unserved"),
          Column.text("now_reason", "SERVED, or the reason code for no service"),
          Column.text("now_satellite", "serving satellite"),
          Column.number("now_elevation_deg", "its elevation"),
          Column.number("now_azimuth_deg", "its azimuth, from north over east"),
          Column.text("now_gateway", "gateway"),
          Column.text("now_pop", "home PoP"),
          Column.number("now_isl_hops", "laser links on the way"),
          Column.number("now_rtt_ms", "terminal to PoP and back, propagation only"),
          Column.number("now_down_mbps", "rate toward the site"),
          Column.number("now_up_mbps", "rate from the site"),
          Column.number("now_in_view", "satellites above the mask"),
          Column.number("availability_percent", "slots with service, of all"),
          Column.number("outages", "runs of slots without service"),
          Column.number("outage_s", "their length together, seconds"),
          Column.number("worst_gap_s", "length of the longest, seconds; 0 for none"),
          Column.text("worst_gap_start_utc", "when it began, UTC"),
          Column.text("worst_gap_reason", "its reason code"),
          Column.number("min_rtt_ms", "least round trip of all slots, propagation only"),
          Column.number("median_rtt_ms", "their median"),
          Column.number("p95_rtt_ms", "their 95th percentile"),
          Column.number("max_rtt_ms", "their greatest"),
          Column.number("median_down_mbps", "median rate toward the site, where served"),
          Column.number("min_down_mbps", "least rate toward the site, where served"),
          Column.number("median_up_mbps", "median rate from the site, where served"),
          Column.number("min_up_mbps", "least rate from the site, where served"),
          Column.number("min_in_view", "least number of satellites above the mask"),
          Column.number("median_in_view", "its median"),
          Column.number("max_in_view", "its greatest"),
          Column.number("handovers", "changes of the serving satellite between slots"),
          Column.number("gateway_changes", "changes of the gateway between slots with service"),
          Column.text("main_gateway", "gateway of most slots"),
          Column.number("main_gateway_percent", "share of all slots"),
          Column.text("main_pop", "home PoP of most slots"),
          Column.number("main_pop_percent", "share of all slots"),
          Column.text("main_reason", "most frequent reason code for no service"),
          Column.number("main_reason_percent", "share of all slots"),
          Column.number("now_rtt_p05_ms", "round trip in the first slot: fastest 5 %"),
          Column.number("now_rtt_p50_ms", "the same: median, with access, queues and processing"),
          Column.number("now_rtt_p95_ms", "the same: slowest 5 %"),
          Column.number("rtt_p05_ms", "round trip over all slots: fastest 5 %"),
          Column.number("rtt_p50_ms", "the same: median, with access, queues and processing"),
          Column.number("rtt_p95_ms", "the same: slowest 5 %"),
          Column.text(
              "now_decision",
              "id of the decision that lets it be served or not in the first slot; empty where none"
                  + " speaks"),
          Column.text("now_decision_mark", "hypothetical, unwitnessed or witnessed"),
          Column.text("now_overruled", "ids of decisions that spoke and lost"),
          Column.number(
              "load_down_p20_mbps",
              "rate toward the site that load leaves, over a day, its own limit aside: a fifth is"
                  + " below; empty where the scenario knows no load"),
          Column.number("load_down_p50_mbps", "the same: median"),
          Column.number("load_down_p80_mbps", "the same: four fifths are below"),
          Column.number("load_up_p20_mbps", "the same, from the site"),
          Column.number("load_up_p50_mbps", "the same, from the site"),
          Column.number("load_up_p80_mbps", "the same, from the site"),
          Column.number(
              "now_rain_mm_per_h", "rain rate in the first slot; empty without radio.budget"),
          Column.number("now_rain_db", "what rain takes of the link toward the site in it"));

  /** One row an outage. */
  public static final Sheet OUTAGES =
      new Sheet(
          "orbweaver.site-outages/1",
          Column.text("site", "name of the site"),
          Column.text("start_utc", "start of the first slot without service, UTC"),
          Column.text("end_utc", "start of the next one with service, UTC"),
          Column.number("seconds", "its length"),
          Column.text("reason", "reason code that held longest"),
          Column.flag("cut", "whether it touches the beginning or end of what was planned"),
          Column.text("decision", "id of the decision that refused it first; empty where none did"),
          Column.text("decision_mark", "hypothetical, unwitnessed or witnessed"),
          Column.text("overruled", "ids of decisions that spoke and lost"));

  /** One row a thing that was in use. */
  public static final Sheet SHARES =
      new Sheet(
          "orbweaver.site-shares/1",
          Column.text("site", "name of the site"),
          Column.text("kind", "satellite, gateway, pop or reason"),
          Column.text("name", "its name; a reason code"),
          Column.number("slots", "in how many slots it served, was used, or was the reason"),
          Column.number("percent", "share of all slots"));

  private static final int CELLS_OF_NOW = 9;
  private static final int CELLS_OF_ROUND_TRIP = 3;

  private SiteRows() {}

  /** Writes the row of a site. */
  public static void site(RowWriter rows, SiteSummary s) {
    rows.text(s.label())
        .number(Math.toDegrees(s.point().latRad()), 6)
        .number(Math.toDegrees(s.point().lonRad()), 6)
        .text(Utc.format(s.startNs()))
        .text(Utc.format(s.endNs()))
        .number(s.day().size());
    now(rows, s.now());
    Outage worst = s.worst();
    rows.number(s.availabilityPercent(), 4)
        .number(s.outages().size())
        .number(s.outageSeconds(), 3)
        .number(worst == null ? 0 : worst.seconds(), 3)
        .text(worst == null ? null : Utc.format(worst.startNs()))
        .text(worst == null ? null : worst.reason().name())
        .number(s.rttMs().min(), 3)
        .number(s.rttMs().median(), 3)
        .number(s.rttMs().p95(), 3)
        .number(s.rttMs().max(), 3)
        .number(s.downMbps().median(), 3)
        .number(s.downMbps().min(), 3)
        .number(s.upMbps().median(), 3)
        .number(s.upMbps().min(), 3)
        .number(s.inView().min(), 0)
        .number(s.inView().median(), 0)
        .number(s.inView().max(), 0)
        .number(s.handovers())
        .number(s.gatewayChanges());
    first(rows, s.gateways());
    first(rows, s.pops());
    first(rows, s.reasons());
    roundTrip(rows, s.now().roundTrip());
    roundTrip(rows, s.roundTrip());
    PolicyCells.deciding(rows, s.now().verdict());
    load(rows, s.expected(false));
    load(rows, s.expected(true));
    RainLoss rain = s.now().rain();
    if (rain == null) {
      rows.empty(2);
    } else {
      rows.number(rain.mmPerH(), 2).number(rain.db(false), 2);
    }
    rows.endRow();
  }

  private static void load(RowWriter rows, @Nullable RateQuantiles rates) {
    if (rates == null) {
      rows.empty(3);
    } else {
      rows.number(rates.p20Bps() / 1e6, 1)
          .number(rates.p50Bps() / 1e6, 1)
          .number(rates.p80Bps() / 1e6, 1);
    }
  }

  private static void now(RowWriter rows, SiteNow now) {
    rows.text(now.isServed() ? "served" : "unserved").text(now.reason().name());
    if (now.isServed()) {
      rows.text(now.satellite())
          .number(Math.toDegrees(now.elevationRad()), 3)
          .number(Math.toDegrees(now.azimuthRad()), 3)
          .text(now.gateway())
          .text(now.pop())
          .number(now.islHops())
          .number(now.rttMs(), 6)
          .number(now.downMbps(), 3)
          .number(now.upMbps(), 3);
    } else {
      rows.empty(CELLS_OF_NOW);
    }
    rows.number(now.inView());
  }

  private static void roundTrip(RowWriter rows, AccessDelay.@Nullable Quantiles rtt) {
    if (rtt == null || Double.isNaN(rtt.p50Ms())) {
      rows.empty(CELLS_OF_ROUND_TRIP);
    } else {
      rows.number(rtt.p05Ms(), 3).number(rtt.p50Ms(), 3).number(rtt.p95Ms(), 3);
    }
  }

  private static void first(RowWriter rows, List<Share> shares) {
    if (shares.isEmpty()) {
      rows.empty(2);
    } else {
      rows.text(shares.getFirst().name()).number(shares.getFirst().percent(), 4);
    }
  }

  /** Writes the rows of a site's outages. */
  public static void outages(RowWriter rows, SiteSummary s) {
    for (Outage outage : s.outages()) {
      rows.text(s.label())
          .text(Utc.format(outage.startNs()))
          .text(Utc.format(outage.endNs()))
          .number(outage.seconds(), 3)
          .text(outage.reason().name())
          .flag(outage.isCut());
      PolicyCells.refusing(rows, outage.refusal());
      rows.endRow();
    }
  }

  /** Writes the rows of what a site used. */
  public static void shares(RowWriter rows, SiteSummary s) {
    shares(rows, s, "satellite", s.satellites());
    shares(rows, s, "gateway", s.gateways());
    shares(rows, s, "pop", s.pops());
    shares(rows, s, "reason", s.reasons());
  }

  private static void shares(RowWriter rows, SiteSummary s, String kind, List<Share> shares) {
    for (Share share : shares) {
      rows.text(s.label())
          .text(kind)
          .text(share.name())
          .number(share.slots())
          .number(share.percent(), 4)
          .endRow();
    }
  }
}
