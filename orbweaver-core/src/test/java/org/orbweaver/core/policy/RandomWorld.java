package org.orbweaver.core.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.SiteTable;

/** Areas, decisions and terminals of every odd kind, from a seed. */
final class RandomWorld {
  static final List<String> COUNTRIES = List.of("AA", "BB", "CC");

  final Random random;
  final List<ServiceArea> areas = new ArrayList<>();

  RandomWorld(long seed) {
    random = new Random(seed);
    int count = random.nextInt(20);
    for (int a = 0; a < count; a++) {
      AreaShape shape = shape();
      String parent = null;
      for (ServiceArea other : areas) {
        if (random.nextInt(4) == 0 && other.shape().areaM2() > shape.areaM2()) {
          parent = other.id();
        }
      }
      areas.add(new ServiceArea("a" + a, parent, shape, null, BorderRule.DEFAULT));
    }
  }

  /** Often a whole number of degrees, so that borders and places meet. */
  double latDeg() {
    return switch (random.nextInt(8)) {
      case 0 -> 90;
      case 1 -> -90;
      case 2, 3, 4 -> random.nextInt(21) - 10;
      default -> random.nextDouble(-90, 90);
    };
  }

  double lonDeg() {
    return switch (random.nextInt(8)) {
      case 0 -> 180;
      case 1 -> -180;
      case 2, 3, 4 -> random.nextInt(21) - 10;
      case 5 -> random.nextDouble(170, 190);
      default -> random.nextDouble(-180, 180);
    };
  }

  AreaShape shape() {
    return switch (random.nextInt(6)) {
      case 0 -> Shapes.box(55 + random.nextInt(20), -180, 90, 180);
      case 1 ->
          Shapes.withHole(
              Shapes.ring(cap(-60)), Shapes.boxRing(-80, -30 + random.nextInt(5), -70, 30));
      case 2 -> {
        int south = random.nextInt(20) - 10;
        int west = random.nextInt(20) - 10;
        int size = 2 + random.nextInt(9);
        yield Shapes.withHole(
            Shapes.boxRing(south, west, south + size, west + size),
            Shapes.boxRing(south + 0.5, west + 0.5, south + 1, west + 1));
      }
      case 3 ->
          new AreaShape(
              List.of(
                  new AreaShape.Polygon(Shapes.boxRing(-9, 171, 9, 180), List.of()),
                  new AreaShape.Polygon(Shapes.boxRing(-9, -180, 9, -175), List.of())));
      case 4 -> star(random.nextDouble(-40, 40), random.nextDouble(150, 200), 30);
      default -> star(random.nextDouble(-30, 30), random.nextDouble(-150, 150), 25);
    };
  }

  /** From a wavy parallel down to the southern pole. */
  private double[] cap(double latDeg) {
    double[] ring = new double[2 * 39];
    for (int i = 0; i <= 36; i++) {
      ring[2 * i] = latDeg + random.nextInt(4);
      ring[2 * i + 1] = 180 - 10.0 * i;
    }
    ring[74] = -90;
    ring[75] = -180;
    ring[76] = -90;
    ring[77] = 180;
    return ring;
  }

  private AreaShape star(double lat, double lon, double reach) {
    int corners = 3 + random.nextInt(60);
    double[] outer = new double[2 * corners];
    for (int i = 0; i < corners; i++) {
      double far = reach * random.nextDouble(0.4, 1);
      outer[2 * i] = lat + far * Math.sin(2 * Math.PI * i / corners);
      outer[2 * i + 1] = lon + far * Math.cos(2 * Math.PI * i / corners);
    }
    double hole = reach * 0.15;
    return corners > 8
        ? Shapes.withHole(
            Shapes.ring(outer),
            Shapes.ring(lat - hole, lon, lat, lon - hole, lat + hole, lon, lat, lon + hole))
        : AreaShape.of(Shapes.ring(outer));
  }

  List<Decision> decisions(int count, int terminals, int idsFrom) {
    List<Decision> decisions = new ArrayList<>();
    for (int d = 0; d < count; d++) {
      Decision made = decision("d" + (idsFrom + d), terminals);
      if (made != null) {
        decisions.add(made);
      }
    }
    return decisions;
  }

  private @Nullable Decision decision(String id, int terminals) {
    Effect effect = Effect.values()[random.nextInt(Effect.values().length)];
    Set<ServiceClass> classes = new HashSet<>();
    for (ServiceClass each : ServiceClass.values()) {
      if (random.nextInt(3) > 0) {
        classes.add(each);
      }
    }
    Set<String> lets = new HashSet<>();
    for (int i = 0; effect.isProhibition() && i < 6; i++) {
      lets.add("d" + random.nextInt(30));
    }
    long from = random.nextInt(10);
    try {
      return new Decision(
          id,
          effect,
          scope(effect, terminals),
          classes,
          from,
          random.nextInt(4) == 0 ? Decision.OPEN : from + 1 + random.nextInt(8),
          0,
          effect.denies() ? 0 : random.nextInt(3),
          "a law",
          random.nextInt(6) == 0 ? Expiry.HOLD : Expiry.REVERT,
          lets,
          random.nextInt(5),
          false,
          false);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private Scope scope(Effect effect, int terminals) {
    int kind = effect == Effect.LICENSE ? 1 : effect.isFunding() ? 2 : random.nextInt(14);
    return switch (kind) {
      case 0 -> new Scope.Everywhere();
      case 1 -> new Scope.InCountries(Set.of(COUNTRIES.get(random.nextInt(3)), COUNTRIES.get(0)));
      case 2 -> {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 5; i++) {
          names.add("t" + random.nextInt(terminals + 2));
        }
        yield new Scope.OfTerminals(names);
      }
      default ->
          areas.isEmpty()
              ? new Scope.Everywhere()
              : new Scope.InArea(areas.get(random.nextInt(areas.size())).id());
    };
  }

  List<Subject> subjects(int count) {
    List<Subject> subjects = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      int country = random.nextInt(COUNTRIES.size() + 1);
      subjects.add(
          new Subject(
              "t" + t,
              Math.toRadians(latDeg()),
              Math.toRadians(lonDeg()),
              country == COUNTRIES.size() ? null : COUNTRIES.get(country),
              ServiceClass.values()[random.nextInt(ServiceClass.values().length)]));
    }
    return subjects;
  }

  static SiteTable sites(List<Subject> subjects) {
    return new SiteTable(
        subjects.stream().map(Subject::terminal).toList(),
        subjects.stream().map(s -> new GeodeticPoint(s.latRad(), s.lonRad(), 0)).toList());
  }

  static Subjects table(List<Subject> subjects) {
    return new Subjects(
        sites(subjects),
        Arrays.asList(subjects.stream().map(Subject::country).toArray(String[]::new)),
        subjects.stream().map(Subject::serviceClass).toList());
  }
}
