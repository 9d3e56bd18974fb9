package org.orbweaver.app.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orbweaver.app.live.Happening.Way;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.policy.EdgeWarning;
import org.orbweaver.core.policy.Fix;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.policy.ServicePolicy;

/** Tells once of each terminal that nears a border, or of which nobody knows where it is. */
final class PlaceNews {
  private final SiteTable terminals;

  /** By terminal the area whose border it was said to near. */
  private final Map<Integer, String> nearing = new HashMap<>();

  /** By terminal whether its place is unknown, or has been for long. */
  private final Map<Integer, Way> unknown = new HashMap<>();

  PlaceNews(SiteTable terminals) {
    this.terminals = terminals;
  }

  /**
   * What there is to tell as a slot begins.
   *
   * @param fixes of the terminals that move
   */
  List<Happening> of(ServicePolicy policy, List<Fix> fixes) {
    List<Happening> news = new ArrayList<>();
    for (Fix fix : fixes) {
      String name = terminals.name(fix.terminal());
      EdgeWarning warning = policy.warning(fix);
      if (warning == null) {
        nearing.remove(fix.terminal());
      } else if (!warning.area().equals(nearing.put(fix.terminal(), warning.area()))) {
        news.add(new Happening.Moves(policy.atNs(), Way.NEARS, name, warning));
      }
      Way way = way(policy, fix);
      Way before = unknown.getOrDefault(fix.terminal(), Way.FOUND);
      if (way != before) {
        unknown.put(fix.terminal(), way);
        news.add(new Happening.Moves(policy.atNs(), way, name, null));
      }
    }
    return news;
  }

  private static Way way(ServicePolicy policy, Fix fix) {
    if (policy.reason(fix.terminal()) == ReasonCode.UNKNOWN_LOCATION) {
      return Way.LOST;
    }
    return fix.place() == null ? Way.UNKNOWN : Way.FOUND;
  }
}
