package org.orbweaver.core.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the Earth about which decisions are made. Its border belongs to it. */
@ExactlyOne({"file", "circle", "polygon"})
public record ServiceAreaSpec(
    @Key(
            value = "Name, unique among areas.",
            pattern = Sites.NAME,
            form = Sites.NAME_FORM,
            example = "delta")
        String name,
    @Key(
            value =
                "A GeoJSON file (RFC 7946) whose polygons are the area, relative to the scenario.",
            example = "delta.geojson")
        @Nullable String file,
    @Key("All places within a distance of one, as a polygon of 96 corners.")
        @Nullable CircleSpec circle,
    @Key(
            value =
                "Corners of the border, three at least, straight between them on a map of equal"
                    + " degrees; longitudes may run on beyond 180.",
            byDefault = "[]")
        List<CornerSpec> polygon,
    @Key("The area that it is a part of; decisions about that are about it too.")
        @Nullable String parent,
    @Key("Cells that stand for it where it is counted or drawn.") @Nullable CellsSpec cells,
    @Key(value = "How moving terminals pass its border.", byDefault = "{}") BorderSpec border) {
  public ServiceAreaSpec {
    polygon = List.copyOf(polygon);
  }
}
