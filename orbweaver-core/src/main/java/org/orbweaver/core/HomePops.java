package org.orbweaver.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.Regions;
import org.orbweaver.core.geometry.RegionsBuilder;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.link.Outages;
import org.orbweaver.core.scenario.AreaHome;
import org.orbweaver.core.scenario.CircleSpec;
import org.orbweaver.core.scenario.CornerSpec;
import org.orbweaver.core.scenario.CountryHome;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.PopSpec;
import org.orbweaver.core.scenario.TerminalSpec;

/**
 * Each terminal's home PoP: the one that it names; else that of the first area that holds it; else
 * that of its country, the nearest where the country has several; else, along the great circle
 * between them, the nearest of those that serve its country.
 */
final class HomePops {
  private static final int NONE = -1;

  private final Network network;
  private final int[] pop;
  private final HomePopReason[] reason;
  private final List<AreaHome> areas;
  private final Regions polygons;
  private final Map<String, List<Integer>> byCountry = new HashMap<>();
  private final double[] popX;
  private final double[] popY;
  private final double[] popZ;

  HomePops(Network network) {
    this.network = network;
    areas = network.scenario().routing().homePop().areas();
    polygons = polygons(areas);
    for (CountryHome home : network.countryHomes()) {
      byCountry
          .computeIfAbsent(home.country(), country -> new ArrayList<>())
          .add(network.pops().indexOf(home.pop()));
    }
    SiteTable pops = network.pops();
    popX = new double[pops.size()];
    popY = new double[pops.size()];
    popZ = new double[pops.size()];
    for (int p = 0; p < popX.length; p++) {
      GeodeticPoint at = pops.point(p);
      popX[p] = Math.cos(at.latRad()) * Math.cos(at.lonRad());
      popY[p] = Math.cos(at.latRad()) * Math.sin(at.lonRad());
      popZ[p] = Math.sin(at.latRad());
    }
    int terminals = network.terminals().size();
    pop = new int[terminals];
    reason = new HomePopReason[terminals];
    for (int t = 0; t < terminals; t++) {
      settle(t);
    }
  }

  private void settle(int terminal) {
    TerminalSpec spec = network.terminalSpec(terminal);
    String named = spec.pop();
    if (named != null) {
      pop[terminal] = network.pops().indexOf(named);
      reason[terminal] = HomePopReason.EXPLICIT;
      return;
    }
    pop[terminal] = byArea(network.terminals().point(terminal));
    reason[terminal] = HomePopReason.AREA;
    if (pop[terminal] == NONE) {
      String country = spec.country();
      List<Integer> homes = country == null ? null : byCountry.get(country);
      pop[terminal] = homes == null ? NONE : nearest(terminal, homes::contains);
      reason[terminal] = HomePopReason.COUNTRY;
    }
    if (pop[terminal] == NONE) {
      pop[terminal] = nearest(terminal, Outages.NONE);
      reason[terminal] = pop[terminal] == NONE ? HomePopReason.NONE : HomePopReason.NEAREST;
    }
  }

  /** One region by area; empty for a circle. */
  private static Regions polygons(List<AreaHome> areas) {
    RegionsBuilder builder = new RegionsBuilder();
    for (AreaHome area : areas) {
      List<CornerSpec> corners = area.polygon();
      builder
          .region(area.name())
          .ring(
              corners.stream().mapToDouble(c -> Math.toRadians(c.latDeg())).toArray(),
              corners.stream().mapToDouble(c -> Math.toRadians(c.lonDeg())).toArray());
    }
    return builder.build();
  }

  private int byArea(GeodeticPoint point) {
    int polygon = areas.isEmpty() ? Regions.NONE : polygons.at(point.latRad(), point.lonRad());
    int candidates = polygon == Regions.NONE ? areas.size() : polygon + 1;
    for (int a = 0; a < candidates; a++) {
      if (a == polygon || isWithin(areas.get(a).circle(), point)) {
        return network.pops().indexOf(areas.get(a).pop());
      }
    }
    return NONE;
  }

  private static boolean isWithin(@Nullable CircleSpec circle, GeodeticPoint point) {
    return circle != null
        && GeodeticPoint.ofDegrees(circle.latDeg(), circle.lonDeg(), 0).greatCircleM(point)
            <= 1e3 * circle.radiusKm();
  }

  /** Where nothing is out; -1 where the network has no PoP that serves the terminal. */
  int of(int terminal) {
    return pop[terminal];
  }

  HomePopReason reason(int terminal) {
    return reason[terminal];
  }

  /**
   * By terminal, -1 where every PoP that serves it is out; a terminal whose PoP is out goes to the
   * nearest other. The array may be the object's own: the caller writes nothing to it.
   */
  int[] without(Outages outages) {
    if (!outages.anyPop()) {
      return pop;
    }
    int[] left = pop.clone();
    for (int t = 0; t < left.length; t++) {
      if (left[t] >= 0 && outages.isPopOut(left[t])) {
        left[t] = nearest(t, outages);
      }
    }
    return left;
  }

  private int nearest(int terminal, Outages outages) {
    String country = network.terminalSpec(terminal).country();
    return nearest(terminal, p -> serves(network.popSpec(p), country) && !outages.isPopOut(p));
  }

  /** By the cosine of the angle between them: the nearest has the greatest. */
  private int nearest(int terminal, IntPredicate among) {
    GeodeticPoint here = network.terminals().point(terminal);
    double x = Math.cos(here.latRad()) * Math.cos(here.lonRad());
    double y = Math.cos(here.latRad()) * Math.sin(here.lonRad());
    double z = Math.sin(here.latRad());
    int nearest = NONE;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < popX.length; p++) {
      double cosine = popX[p] * x + popY[p] * y + popZ[p] * z;
      if (cosine > greatest && among.test(p)) {
        nearest = p;
        greatest = cosine;
      }
    }
    return nearest;
  }

  private static boolean serves(PopSpec pop, @Nullable String country) {
    String served = pop.serves();
    return pop.nearest() && (served == null || (country != null && served.contains(country)));
  }
}
