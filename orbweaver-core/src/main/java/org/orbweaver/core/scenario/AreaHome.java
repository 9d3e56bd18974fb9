package org.orbweaver.core.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The home PoP of the terminals in an area. */
@ExactlyOne({"circle", "polygon"})
public record AreaHome(
    @Key(value = "What the area is called.", example = "donbas") String name,
    @Key(value = "Name of a PoP.", example = "warsaw") String pop,
    @Key("All places within a distance of one.") @Nullable CircleSpec circle,
    @Key(
            value =
                "Corners of the border, three at least, straight between them on a map of equal"
                    + " degrees, the shorter way round in longitude.",
            byDefault = "[]")
        List<CornerSpec> polygon) {
  public AreaHome {
    polygon = List.copyOf(polygon);
  }
}
