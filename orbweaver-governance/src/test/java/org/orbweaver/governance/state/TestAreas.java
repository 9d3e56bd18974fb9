package org.orbweaver.governance.state;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orbweaver.core.policy.AreaRing;
import org.orbweaver.core.policy.AreaShape;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.core.policy.Nanodegrees;
import org.orbweaver.core.policy.ServiceArea;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Outline;
import org.orbweaver.governance.entry.Where;

/** Invented areas: boxes of whole degrees. */
public final class TestAreas {
  private static final Map<String, ServiceArea> ALL = new LinkedHashMap<>();

  static {
    add("vellmark", 40, 10, 44, 16);
    // Its north lies in vellmark.
    add("ostholm", 36, 12, 41, 14);
    // Has a border in common with vellmark.
    add("lange-bucht", 40, 16, 44, 20);
  }

  private TestAreas() {}

  private static void add(String id, long south, long west, long north, long east) {
    ALL.put(id, box(id, south, west, north, east));
  }

  /** An area between whole degrees. */
  public static ServiceArea box(String id, long south, long west, long north, long east) {
    long[] lat = {south, south, north, north};
    long[] lon = {west, east, east, west};
    for (int i = 0; i < lat.length; i++) {
      lat[i] *= Nanodegrees.DEGREE;
      lon[i] *= Nanodegrees.DEGREE;
    }
    return ServiceArea.of(id, AreaShape.of(new AreaRing(lat, lon)));
  }

  /** Names of all. */
  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  public static ServiceArea area(String id) {
    return java.util.Objects.requireNonNull(ALL.get(id), id);
  }

  /** As a measure names it. */
  public static Where where(String id) {
    return where(area(id));
  }

  /** As a measure names it. */
  public static Where where(ServiceArea area) {
    return new Where.Area(area.id(), area.hash());
  }

  /** A call with the outline of the area that its measure names; of any where it names none. */
  public static CaseEntry.BreakGlassCalled call(
      Header header, String caseId, Measure measure, String reason) {
    String id = measure.where() instanceof Where.Area where ? where.area() : "vellmark";
    return new CaseEntry.BreakGlassCalled(header, caseId, measure, Outline.of(area(id)), reason);
  }

  /** Two people light vellmark for four hours, to be reverted then. */
  public static Measure litAtOnce(Instant now) {
    return new Measure(
        Effect.ENABLE,
        where("vellmark"),
        List.of(ServiceClass.CONSUMER),
        now,
        now.plus(Duration.ofHours(4)),
        Duration.ZERO,
        "invented act",
        Expiry.REVERT,
        List.of(),
        null,
        null,
        List.of());
  }
}
