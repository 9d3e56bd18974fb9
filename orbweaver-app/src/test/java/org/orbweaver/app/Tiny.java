package org.orbweaver.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A network that fits in the head: a ring of 40 satellites above the equator with lasers, one
 * gateway, one PoP, four terminals. One terminal is out of every satellite's reach; one has the
 * PoP's name.
 */
final class Tiny {
  static final String YAML =
      """
      format: orbweaver/1
      name: tiny
      time: { start: 2026-05-21T00:00:12Z }
      constellations:
        - name: ring
          walker: { altitudeKm: 550, inclinationDeg: 0, planes: 1, perPlane: 40 }
      lasers:
        - { constellation: ring }
      gateways:
        sites:
          - { name: gate, latDeg: 0, lonDeg: 5 }
      pops:
        sites:
          - { name: hub, latDeg: 0, lonDeg: 10 }
      terminals:
        sites:
          - { name: near, latDeg: 0, lonDeg: 0 }
          - { name: far, latDeg: 0, lonDeg: 40 }
          - { name: polar, latDeg: 80, lonDeg: 0 }
          - { name: hub, latDeg: 1, lonDeg: 10 }
      """;

  private Tiny() {}

  /** The scenario as a file. */
  static String in(Path folder) {
    return write(folder, "tiny.yaml", YAML);
  }

  /** A file of that name and text; gives its path. */
  static String write(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
