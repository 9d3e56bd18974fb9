package org.orbweaver.app.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A network state as Hypatia's generator writes it, for tests. */
public final class HypatiaFolder {
  private HypatiaFolder() {}

  /**
   * Writes the four files.
   *
   * @param tles element lines with names, in the order of planes
   * @param stations lines of {@code name,lat,lon,height}
   */
  public static Path write(
      Path folder, int planes, int perPlane, String tles, Iterable<String> stations) {
    StringBuilder isls = new StringBuilder();
    for (int plane = 0; plane < planes; plane++) {
      for (int slot = 0; slot < perPlane; slot++) {
        int here = plane * perPlane + slot;
        link(isls, here, plane * perPlane + (slot + 1) % perPlane);
        link(isls, here, (plane + 1) % planes * perPlane + slot);
      }
    }
    StringBuilder ground = new StringBuilder();
    int gid = 0;
    for (String station : stations) {
      ground.append(gid++).append(',').append(station).append(",-3954843.6,3354935.2,3700263.8\n");
    }
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("tles.txt"), planes + " " + perPlane + "\n" + tles);
      Files.writeString(folder.resolve("isls.txt"), isls);
      Files.writeString(folder.resolve("ground_stations.txt"), ground);
      Files.writeString(
          folder.resolve("description.txt"),
          "max_gsl_length_m=1089686.4181956202\nmax_isl_length_m=5016591.2330984278\n");
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void link(StringBuilder isls, int a, int b) {
    isls.append(Math.min(a, b)).append(' ').append(Math.max(a, b)).append('\n');
  }
}
