package org.orbweaver.core.scenario;

import org.jspecify.annotations.Nullable;

/** Laser links inside one constellation. */
public record LaserSpec(
    @Key("Name of the constellation.") String constellation,
    @Key(
            value =
                "plus-grid: each satellite of a generated or indexed constellation to its two"
                    + " neighbours in the plane and, by slot index, to one in each neighbouring"
                    + " plane. derived: shells and planes are found from the elements, however"
                    + " ragged; each satellite to its neighbours in the plane and to the nearest"
                    + " one in each neighbouring plane, also across the seam of a polar shell;"
                    + " shift, wrap and wrapShift do not count. listed: the pairs of file, of a"
                    + " generated or indexed constellation.",
            byDefault = "plus-grid")
        Pattern pattern,
    @Key(
            value = "Slot index added when a link crosses to the next plane.",
            byDefault = "0",
            min = -1000,
            max = 1000)
        int shift,
    @Key(
            value =
                "Whether the last plane is linked to the first; false for a Walker star, whose"
                    + " seam lasers do not cross.",
            byDefault = "true")
        boolean wrap,
    @Key(
            value =
                "Slot index added when a link crosses from the last plane to the first, beside"
                    + " shift. Where absent, the phasing of a generated delta shell, else 0.",
            min = -1000,
            max = 1000)
        @Nullable Integer wrapShift,
    @Key(
            value = "Longest link, kilometres.",
            byDefault = "5400",
            min = 0,
            max = 100000,
            aboveMin = true)
        double maxRangeKm,
    @Key(
            value = "Lowest height above the ground that a link may pass, kilometres.",
            byDefault = "80",
            min = 0,
            max = 1000)
        double minAltitudeKm,
    @Key(
            value = "How long a derived link is acquired before it carries traffic, seconds.",
            byDefault = "12",
            min = 0,
            max = 60)
        double acquisitionS,
    @Key(
            value =
                "Whether derived links cross the seam of a polar shell, where planes that go north"
                    + " meet planes that go south.",
            byDefault = "true")
        boolean seam,
    @Key(
            value =
                "For listed: file, relative to the scenario, with the indices of two linked"
                    + " satellites a line, from 0 in the order of the constellation.",
            example = "isls.txt")
        @Nullable String file) {
  /** Which satellites are linked. */
  public enum Pattern {
    PLUS_GRID,
    DERIVED,
    LISTED
  }
}
