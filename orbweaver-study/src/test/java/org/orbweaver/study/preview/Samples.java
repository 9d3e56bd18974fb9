package org.orbweaver.study.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.orbweaver.core.policy.AreaRing;
import org.orbweaver.core.policy.AreaShape;
import org.orbweaver.core.policy.Nanodegrees;
import org.orbweaver.core.policy.ServiceArea;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.ledger.SealedContent;
import org.orbweaver.governance.preview.Count;
import org.orbweaver.governance.preview.ImpactPreview;
import org.orbweaver.governance.preview.ImpactPreview.Impact;

/** A preview and its map, made up. */
final class Samples {
  private Samples() {}

  static ServiceArea area(String id, double... lonLatDeg) {
    long[] lat = new long[lonLatDeg.length / 2];
    long[] lon = new long[lat.length];
    for (int i = 0; i < lat.length; i++) {
      lon[i] = Nanodegrees.ofDegrees(lonLatDeg[2 * i]);
      lat[i] = Nanodegrees.ofDegrees(lonLatDeg[2 * i + 1]);
    }
    return ServiceArea.of(id, AreaShape.of(new AreaRing(lat, lon)));
  }

  static Impact impact(long lines) {
    Count none = Count.of(0, 5);
    return new Impact(
        Count.of(lines, 5),
        Count.of(lines, 5),
        none,
        none,
        Count.of(4 * lines, 5),
        none,
        Count.of(24 * lines, 5),
        none);
  }

  static ImpactPreview preview() {
    return new ImpactPreview(
        new ImpactPreview.Subject(
            "C-2026-0007", ImpactPreview.sha256("d".getBytes(UTF_8)), "north-shore", "restrict"),
        new ImpactPreview.Basis(
            "example",
            ImpactPreview.sha256("i".getBytes(UTF_8)),
            Utc.parseNs("2026-05-21T00:00:00Z"),
            Utc.parseNs("2026-05-21T00:00:12Z"),
            Utc.parseNs("2026-05-22T00:00:12Z"),
            5760,
            1,
            5),
        List.of(
            new ImpactPreview.ClassImpact("emergency", impact(3)),
            new ImpactPreview.ClassImpact("hospital", impact(12)),
            new ImpactPreview.ClassImpact("relief", impact(41)),
            new ImpactPreview.ClassImpact("government", impact(0)),
            new ImpactPreview.ClassImpact("consumer", impact(310))),
        impact(366),
        new ImpactPreview.Moving(Count.of(23, 5), Count.of(17, 5)),
        List.of(
            new ImpactPreview.Shift("south-shore", Count.of(120, 5), 81_000L, 93_500L),
            new ImpactPreview.Shift("within 200 km", Count.of(60, 5), 112_000L, 112_400L)),
        List.of(new ImpactPreview.GatewayLoad("one", 5L, 12L)),
        List.of(
            new ImpactPreview.Alternative(
                "essential lines exempt", Count.of(310, 5), Count.of(0, 5), Count.of(1240, 5))),
        List.of(new ImpactPreview.Payer("a foundation <&>", Count.of(41, 5), Count.of(41, 5))),
        List.of(
            new ImpactPreview.Notice(
                "line holders", "hospital", Count.of(12, 5), "they lose service")),
        SealedContent.seal(
            ImpactPreview.DETAIL_CLASS, LocalDate.of(2027, 5, 21), new byte[32], new byte[0]));
  }

  /** Lines in the open sea, most of the north's dark. */
  static List<MapPlace> places(long seed, int number) {
    Random random = new Random(seed);
    List<MapPlace> places = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      double lat = 60.2 + 5 * random.nextDouble();
      double lon = -35 + 9 * random.nextDouble();
      boolean north = lat > 63 && lat < 65 && lon > -32.5 && lon < -27.5;
      places.add(
          new MapPlace(
              lat,
              lon,
              north,
              1 + random.nextInt(4),
              north
                  ? Outcome.LOSES_ALL
                  : lat > 62.3 && random.nextInt(3) > 0 ? Outcome.FASTER : Outcome.SAME));
    }
    return places;
  }

  static PreviewMap map() {
    return new PreviewMap(
        List.of(
            MapOutline.of(
                area(
                    "north-shore",
                    -32.5,
                    63,
                    -30,
                    62.8,
                    -27.5,
                    63,
                    -27.5,
                    65,
                    -31,
                    65.2,
                    -32.5,
                    65),
                true),
            MapOutline.of(
                area("south-shore", -32.5, 61, -27.5, 61, -27.5, 63, -30, 62.8, -32.5, 63), false)),
        MapCells.of(places(7, 1500), 5),
        List.of(
            new PreviewMap.MapGateway("one", 62.2, -34.6),
            new PreviewMap.MapGateway("two", 63.8, -25.9)),
        5);
  }
}
