package org.orbweaver.app.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.output.Decimals;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.traffic.RateQuantiles;
import org.orbweaver.format.problem.Words;

/** The part of a page that is about one site. */
final class SiteSection {
  private static final int MOST_OUTAGES = 10;
  private static final int MOST_SHARES = 8;
  private static final int MOST_NEXT = 8;

  private final Network network;
  private final SiteSummary site;
  private final SkyView sky;
  private final String id;
  private final Markup page;

  /**
   * @param id of the section, unique on the page
   */
  SiteSection(Network network, SiteSummary site, SkyView sky, String id, Markup page) {
    this.network = network;
    this.site = site;
    this.sky = sky;
    this.id = id;
    this.page = page;
  }

  /** Writes it; {@code alone} where the page's own heading names the site. */
  void write(boolean alone) {
    page.raw("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-h\">\n<h2 id=\"")
        .raw(id + "-h\">")
        .text(alone ? Phrases.place(site.point()) : site.label())
        .raw("</h2>\n");
    if (!alone) {
      page.element("p class=\"place\"", Phrases.place(site.point())).raw("\n");
    }
    page.element("p class=\"lead\"", lead()).raw("\n");
    tiles();
    advice();
    page.raw("<div class=\"pair\">\n<figure>\n");
    SkyPlot.draw(page, sky, site, id + "-sky");
    page.element("figcaption", skyCaption()).raw("\n");
    legend();
    page.raw("</figure>\n<div>\n");
    now();
    next();
    page.raw("</div>\n</div>\n<h3>The time planned</h3>\n<figure>\n");
    page.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Timeline\">\n");
    DayChart.draw(page, network, site, id + "-day");
    page.raw("</div>\n")
        .element(
            "figcaption",
            "Bands run from the least to the greatest value of a stretch of time, lines are its"
                + " median. Bars of outages, reasons and gateways are as high as their share of the"
                + " slots there.")
        .raw("\n</figure>\n<div class=\"pair\">\n");
    outages();
    shares("Gateways", site.gateways());
    shares("PoPs", site.pops());
    shares("Satellites", site.satellites());
    page.raw("</div>\n</section>\n");
  }

  private String lead() {
    SiteNow now = site.now();
    String first =
        now.isServed()
            ? "Served now by "
                + now.satellite()
                + " through "
                + now.gateway()
                + (now.islHops() == 0
                    ? ""
                    : ", " + Words.count(now.islHops(), "laser link") + " away,")
                + " to "
                + now.pop()
                + ", "
                + Phrases.ms(now.rttMs())
                + " there and back."
            : "No service now: " + now.reason() + ".";
    Outage worst = site.worst();
    if (site.served() == 0) {
      return first + " Nor in any other slot.";
    }
    return first
        + (worst == null
            ? " Served in every slot."
            : " Served in "
                + Phrases.percent(site.availabilityPercent())
                + " of all slots; the longest gap is "
                + (worst.isCut() ? "at least " : "")
                + Phrases.length(worst.seconds())
                + ", from "
                + Phrases.moment(worst.startNs())
                + ".");
  }

  private void tiles() {
    Outage worst = site.worst();
    page.raw("<dl class=\"tiles\">\n");
    tile(
        "Availability",
        Phrases.percent(site.availabilityPercent()),
        site.served() + " of " + site.day().size() + " slots");
    tile(
        "Outages",
        Integer.toString(site.outages().size()),
        worst == null
            ? "no gap"
            : "longest "
                + Phrases.length(worst.seconds())
                + ", together "
                + Phrases.length(site.outageSeconds()));
    tileOfService(
        "Round trip",
        Phrases.ms(site.rttMs().median()),
        "median; "
            + Phrases.ms(site.rttMs().min())
            + " to "
            + Phrases.ms(site.rttMs().max())
            + ", p95 "
            + Phrases.ms(site.rttMs().p95()));
    tileOfService(
        "Down",
        Phrases.mbps(site.downMbps().median()),
        "worst " + Phrases.mbps(site.downMbps().min()) + underLoad(site.expected(false)));
    tileOfService(
        "Up",
        Phrases.mbps(site.upMbps().median()),
        "worst " + Phrases.mbps(site.upMbps().min()) + underLoad(site.expected(true)));
    tile(
        "Satellites in view",
        Long.toString(Math.round(site.inView().median())),
        "median; " + Math.round(site.inView().min()) + " to " + Math.round(site.inView().max()));
    tile(
        "Handovers",
        Integer.toString(site.handovers()),
        Phrases.gatewayChanges(site.gatewayChanges()));
    tileOfService(
        "Satellites",
        Integer.toString(site.satellites().size()),
        "served, through "
            + Words.count(site.gateways().size(), "gateway")
            + " and "
            + Words.count(site.pops().size(), "PoP"));
    page.raw("</dl>\n");
  }

  private static String underLoad(@Nullable RateQuantiles rates) {
    return rates == null
        ? ""
        : "; under load "
            + Phrases.mbps(rates.p20Bps() / 1e6)
            + " to "
            + Phrases.mbps(rates.p80Bps() / 1e6)
            + " (p20 to p80)";
  }

  /** What is only known of slots with service. */
  private void tileOfService(String name, String value, String more) {
    tile(name, value, site.served() == 0 ? "no service" : more);
  }

  private void tile(String name, String value, String more) {
    page.raw("<div>")
        .element("dt", name)
        .element("dd class=\"value\"", value)
        .element("dd class=\"more\"", more)
        .raw("</div>\n");
  }

  private void advice() {
    if (site.advice().isEmpty()) {
      return;
    }
    page.raw(
        "<div class=\"advice\">\n<h3>Why there is no service, and what would help</h3>\n<ul>\n");
    for (Advice advice : site.advice()) {
      page.raw("<li>")
          .element("strong", advice.reason().name())
          .text(", " + Phrases.percent(advice.percent()) + " of all slots. " + advice.sentence())
          .raw(" ")
          .element("em", "What helps:")
          .text(" " + advice.remedy())
          .raw("</li>\n");
    }
    page.raw("</ul>\n</div>\n");
  }

  private String skyCaption() {
    return "The sky at "
        + Phrases.clock(sky.timeNs())
        + " UTC as on a map: north up, east right, the zenith in the middle. Dots are satellites,"
        + " tails their next "
        + SkyView.TRACK_MINUTES
        + " minutes.";
  }

  private void legend() {
    page.raw("<ul class=\"legend\">")
        .raw("<li><svg class=\"key\" viewBox=\"0 0 14 14\" aria-hidden=\"true\">")
        .raw("<g class=\"serving\"><circle cx=\"7\" cy=\"7\" r=\"6\"/></g></svg> serving</li>")
        .raw("<li><svg class=\"key\" viewBox=\"0 0 14 14\" aria-hidden=\"true\">")
        .raw("<g class=\"free\"><circle cx=\"7\" cy=\"7\" r=\"3\"/></g></svg> may serve</li>");
    if (sky.gsoSeparationRad() > 0) {
      page.raw("<li><svg class=\"key\" viewBox=\"0 0 14 14\" aria-hidden=\"true\">")
          .raw("<g class=\"barred\"><path class=\"cross\" d=\"M4 4l6 6m0-6l-6 6\"/></g></svg>")
          .text(
              " within "
                  + Phrases.degrees(sky.gsoSeparationRad())
                  + " of the geostationary arc (hatched): may not")
          .raw("</li>");
    }
    page.raw("<li><svg class=\"key\" viewBox=\"0 0 14 14\" aria-hidden=\"true\">")
        .raw("<rect class=\"below\" width=\"14\" height=\"14\"/></svg> below the mask</li></ul>\n");
  }

  private void now() {
    SiteNow now = site.now();
    page.raw("<table>\n<caption>Now, " + Phrases.moment(site.startNs()) + " UTC</caption>\n")
        .raw("<tbody>\n")
        .row("State", now.isServed() ? "served" : "unserved: " + now.reason());
    if (now.isServed()) {
      page.row("Satellite", String.valueOf(now.satellite()))
          .row("Elevation, azimuth", direction(now))
          .row("Gateway", String.valueOf(now.gateway()))
          .row("PoP", String.valueOf(now.pop()))
          .row("Laser links", Integer.toString(now.islHops()))
          .row("Round trip", Decimals.format(now.rttMs(), 3) + " ms")
          .row("Down, up", Phrases.mbps(now.downMbps()) + ", " + Phrases.mbps(now.upMbps()));
    }
    page.row("In view", now.inView() + ", of which " + now.admitted() + " may serve")
        .raw("</tbody>\n</table>\n");
  }

  private static String direction(SiteNow now) {
    return Phrases.degrees(now.elevationRad()) + ", " + Phrases.degrees(now.azimuthRad());
  }

  /** The next stretches of one satellite and gateway. */
  private void next() {
    SiteDay day = site.day();
    page.raw("<table>\n<caption>The next changes</caption>\n")
        .head("From", "Satellite", "Gateway", "Round trip")
        .raw("<tbody>\n");
    int written = 0;
    for (int k = 0; k < day.size() && written < MOST_NEXT; k++) {
      boolean same =
          k > 0
              && day.satellite(k) == day.satellite(k - 1)
              && day.gateway(k) == day.gateway(k - 1)
              && day.reason(k) == day.reason(k - 1);
      if (!same) {
        written++;
        page.row(
            Phrases.clock(day.startNs(k)),
            day.isServed(k)
                ? network.ephemeris().elements(day.satellite(k)).name()
                : day.reason(k).name(),
            day.isServed(k) ? network.gateways().name(day.gateway(k)) : Phrases.NONE,
            Phrases.ms(day.rttMs(k)));
      }
    }
    page.raw("</tbody>\n</table>\n");
  }

  private void outages() {
    if (site.outages().isEmpty()) {
      return;
    }
    List<Outage> longest =
        site.outages().stream().sorted(Outage.LONGEST).limit(MOST_OUTAGES).toList();
    page.raw("<table>\n<caption>")
        .text(
            site.outages().size() > MOST_OUTAGES
                ? "The longest " + MOST_OUTAGES + " of " + site.outages().size() + " outages"
                : "Outages")
        .raw("</caption>\n")
        .head("From", "Length", "Reason")
        .raw("<tbody>\n");
    for (Outage outage : longest) {
      page.row(
          Phrases.moment(outage.startNs()),
          (outage.isCut() ? "at least " : "") + Phrases.length(outage.seconds()),
          outage.reason().name());
    }
    page.raw("</tbody>\n</table>\n");
  }

  private void shares(String caption, List<Share> shares) {
    if (shares.isEmpty()) {
      return;
    }
    page.raw("<table>\n<caption>")
        .text(
            shares.size() > MOST_SHARES
                ? caption + ", the first " + MOST_SHARES + " of " + shares.size()
                : caption)
        .raw("</caption>\n")
        .head("Name", "Slots", "Share")
        .raw("<tbody>\n");
    for (Share share : shares.subList(0, Math.min(MOST_SHARES, shares.size()))) {
      page.row(share.name(), Integer.toString(share.slots()), Phrases.percent(share.percent()));
    }
    page.raw("</tbody>\n</table>\n");
  }
}
