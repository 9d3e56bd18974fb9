package org.orbweaver.core.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/**
 * The rules of precedence once more, as the design writes them and in another way than the product:
 * every area asked with another library, every decision looked at, tier after tier.
 */
final class OracleJudge {
  private final List<ServiceArea> areas;
  private final List<Decision> decisions;
  private final boolean servedByDefault;

  OracleJudge(List<ServiceArea> areas, List<Decision> decisions, boolean servedByDefault) {
    this.areas = areas;
    this.decisions = decisions;
    this.servedByDefault = servedByDefault;
  }

  record Answer(ReasonCode reason, Tier tier, String decision, Set<String> lost) {}

  static boolean covers(AreaShape shape, double latRad, double lonRad) {
    double lat = Math.round(Math.toDegrees(latRad) * 1e9);
    double lon = Math.round(Math.toDegrees(lonRad) * 1e9);
    for (AreaShape.Polygon polygon : shape.polygons()) {
      for (double turn = -720e9; turn <= 720e9; turn += 360e9) {
        Coordinate place = new Coordinate(lon + turn, lat);
        if (locate(place, polygon.outer()) == Location.EXTERIOR) {
          continue;
        }
        if (polygon.holes().stream().noneMatch(h -> locate(place, h) == Location.INTERIOR)) {
          return true;
        }
      }
    }
    return false;
  }

  private static int locate(Coordinate place, AreaRing ring) {
    Coordinate[] closed = new Coordinate[ring.size() + 1];
    for (int i = 0; i < closed.length; i++) {
      int corner = i % ring.size();
      closed[i] = new Coordinate(ring.lonNd(corner), ring.latNd(corner));
    }
    return RayCrossingCounter.locatePointInRing(place, closed);
  }

  Answer judge(Subject subject, long atNs) {
    List<ServiceArea> in =
        new ArrayList<>(
            areas.stream()
                .filter(area -> covers(area.shape(), subject.latRad(), subject.lonRad()))
                .toList());
    ServiceArea smallest = in.stream().reduce(null, (a, b) -> a == null || less(b, a) ? b : a);
    for (int i = 0; i < in.size(); i++) {
      String parent = in.get(i).parent();
      areas.stream()
          .filter(area -> area.id().equals(parent) && !in.contains(area))
          .forEach(in::add);
    }
    List<Decision> speaking = new ArrayList<>();
    boolean licensed = subject.country() == null;
    for (Decision d : decisions) {
      long end = d.onExpiry() == Expiry.HOLD ? Decision.OPEN : d.untilNs();
      end = end == Decision.OPEN ? end : end + d.graceNs();
      boolean about =
          switch (d.scope()) {
            case Scope.Everywhere every -> true;
            case Scope.InCountries c ->
                subject.country() != null && c.countries().contains(subject.country());
            case Scope.InArea a -> in.stream().anyMatch(area -> area.id().equals(a.area()));
            case Scope.OfTerminals t -> t.terminals().contains(subject.terminal());
          };
      if (about
          && d.classes().contains(subject.serviceClass())
          && d.fromNs() <= atNs
          && atNs < end) {
        licensed |= d.effect() == Effect.LICENSE;
        speaking.add(d);
      }
    }
    boolean satisfied = licensed;
    speaking.removeIf(
        d -> d.effect() == Effect.LICENSE || (satisfied && d.effect() == Effect.REQUIRE_LICENCE));
    Set<String> exempt = new HashSet<>();
    speaking.stream().filter(d -> d.effect() == Effect.EXEMPT).forEach(d -> exempt.add(d.id()));
    List<Decision> forbidding = speaking.stream().filter(d -> d.effect().isProhibition()).toList();
    List<Decision> firm =
        forbidding.stream().filter(d -> d.yieldsTo().stream().noneMatch(exempt::contains)).toList();
    if (!firm.isEmpty()) {
      return answer(newest(firm), Tier.PROHIBITION, speaking);
    }
    if (!exempt.isEmpty()) {
      List<Decision> all = speaking.stream().filter(d -> exempt.contains(d.id())).toList();
      Decision lifted = newest(forbidding);
      List<Decision> named =
          lifted == null
              ? all
              : all.stream().filter(d -> lifted.yieldsTo().contains(d.id())).toList();
      return answer(newest(named), Tier.EXEMPTION, speaking);
    }
    Decision limit = newest(speaking.stream().filter(d -> d.effect() == Effect.LIMIT).toList());
    List<List<Decision>> levels = new ArrayList<>();
    List<Tier> tiers = new ArrayList<>();
    levels.add(speaking.stream().filter(d -> d.scope() instanceof Scope.OfTerminals).toList());
    tiers.add(Tier.TERMINAL);
    List<ServiceArea> bySize = new ArrayList<>(in);
    bySize.sort((a, b) -> less(a, b) ? -1 : 1);
    for (ServiceArea area : bySize) {
      levels.add(
          speaking.stream()
              .filter(d -> d.scope() instanceof Scope.InArea a && a.area().equals(area.id()))
              .toList());
      tiers.add(area == smallest ? Tier.SMALLEST_AREA : Tier.PARENT_AREA);
    }
    levels.add(speaking.stream().filter(d -> d.scope() instanceof Scope.InCountries).toList());
    tiers.add(Tier.PARENT_AREA);
    levels.add(speaking.stream().filter(d -> d.scope() instanceof Scope.Everywhere).toList());
    tiers.add(Tier.DEFAULT);
    for (int level = 0; level < levels.size(); level++) {
      List<Decision> here =
          levels.get(level).stream()
              .filter(d ->
                  !d.effect().isProhibition()
                      && d.effect() != Effect.EXEMPT
                      && d.effect() != Effect.LIMIT)
              .toList();
      if (!here.isEmpty()) {
        List<Decision> denying = here.stream().filter(d -> d.effect().denies()).toList();
        if (!denying.isEmpty()) {
          return answer(newest(denying), tiers.get(level), speaking);
        }
        return limit != null
            ? answer(limit, Tier.TERMINAL, speaking)
            : answer(newest(here), tiers.get(level), speaking);
      }
    }
    if (servedByDefault && limit != null) {
      return answer(limit, Tier.TERMINAL, speaking);
    }
    Set<String> lost = new HashSet<>();
    speaking.forEach(d -> lost.add(d.id()));
    return new Answer(
        servedByDefault ? ReasonCode.SERVED : ReasonCode.AREA_DARK, Tier.DEFAULT, "default", lost);
  }

  private boolean less(ServiceArea a, ServiceArea b) {
    if (a.shape().areaM2() != b.shape().areaM2()) {
      return a.shape().areaM2() < b.shape().areaM2();
    }
    return depth(a) != depth(b) ? depth(a) > depth(b) : a.id().compareTo(b.id()) < 0;
  }

  private int depth(ServiceArea area) {
    return area.parent() == null
        ? 0
        : 1
            + depth(
                areas.stream().filter(a -> a.id().equals(area.parent())).findFirst().orElseThrow());
  }

  private static @Nullable Decision newest(List<Decision> of) {
    Decision best = null;
    for (Decision d : of) {
      if (best == null
          || d.index() > best.index()
          || (d.index() == best.index() && d.id().compareTo(best.id()) < 0)) {
        best = d;
      }
    }
    return best;
  }

  private static Answer answer(@Nullable Decision word, Tier tier, List<Decision> speaking) {
    if (word == null) {
      throw new AssertionError("nobody speaks");
    }
    Set<String> lost = new HashSet<>();
    speaking.forEach(d -> lost.add(d.id()));
    lost.remove(word.id());
    ReasonCode reason =
        switch (word.effect()) {
          case EXEMPT, ENABLE, LICENSE -> ReasonCode.SERVED;
          case LIMIT -> ReasonCode.LINE_LIMITED;
          case PAUSE -> ReasonCode.LINE_PAUSED;
          case REQUIRE_LICENCE -> ReasonCode.NO_LICENCE;
          case AUTHORISED_ONLY -> ReasonCode.NOT_AUTHORISED;
          case PROHIBIT, RESTRICT ->
              word.scope() instanceof Scope.InCountries
                  ? ReasonCode.COUNTRY_BLOCKED
                  : word.scope() instanceof Scope.OfTerminals
                      ? ReasonCode.NOT_AUTHORISED
                      : ReasonCode.AREA_DARK;
        };
    return new Answer(reason, tier, word.id(), lost);
  }
}
