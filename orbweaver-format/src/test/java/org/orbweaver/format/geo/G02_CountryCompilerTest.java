package org.orbweaver.format.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.geometry.Regions;
import org.orbweaver.format.TestData;

/** From a map in TopoJSON to the resource and back. */
class G02_CountryCompilerTest {
  @TempDir Path folder;

  @Test
  void a01_twoCountriesWithOneBorder() throws IOException {
    Path map = folder.resolve("map.json");
    // Steps of a degree from 0 north, 0 east; the border in common is arc 1, backward for Poland.
    Files.writeString(
        map,
        """
        {"transform": {"scale": [1, 1], "translate": [0, 0]},
         "arcs": [[[10, 10], [-10, 0], [0, -10], [10, 0]], [[10, 0], [0, 10]],
                  [[10, 0], [10, 0], [0, 10], [-10, 0]]],
         "objects": {"countries": {"geometries": [
           {"type": "Polygon", "id": "276", "properties": {"name": "Germany"}, "arcs": [[0, 1]]},
           {"type": "MultiPolygon", "id": "616", "properties": {"name": "Poland"},
            "arcs": [[[2, -2]]]},
           {"type": "Polygon", "properties": {"name": "Siachen Glacier"}, "arcs": [[0, 1]]}]}}}
        """);
    Regions regions = Countries.read(CountryCompiler.compile(map));
    assertThat(regions.size()).isEqualTo(2);
    assertThat(name(regions, 5, 5)).isEqualTo("DE");
    assertThat(name(regions, 5, 15)).isEqualTo("PL");
    assertThat(regions.at(Math.toRadians(5), Math.toRadians(25))).isEqualTo(Regions.NONE);
  }

  private static String name(Regions regions, double latDeg, double lonDeg) {
    return regions.name(regions.at(Math.toRadians(latDeg), Math.toRadians(lonDeg)));
  }

  @Test
  void b01_theResourceIsWhatTheCompilerMakes() throws IOException {
    Path topology = TestData.real("geo/countries-50m.json");
    assumeTrue(Files.exists(topology), "there is no " + topology);
    byte[] made = CountryCompiler.compile(topology);
    Path resource =
        Path.of("src/main/resources/org/orbweaver/format/geo").resolve(Countries.RESOURCE);
    if (Boolean.getBoolean("orbweaver.update")) {
      Files.write(resource, made);
    }
    assertThat(Files.readAllBytes(resource))
        .as("borders are made from the map; write them anew with -Dorbweaver.update=true")
        .isEqualTo(made);
  }
}
