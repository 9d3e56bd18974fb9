package org.orbweaver.core.link;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.link.ShellStructure.Shell;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.orbit.MeanPlaces;

/**
 * Laser links of shells as they are flown, found from the elements alone. A pure function of time:
 * links inside a shell are chosen for an hour, links across a polar seam for a minute, at fixed
 * moments of UTC, so that a plan does not depend on when planning began. A link that the window
 * before did not have is acquired first and carries nothing until then.
 *
 * <p>Immutable from outside and safe for any thread; the last windows are remembered.
 */
public final class DerivedLasers {
  static final long MESH_WINDOW_NS = 3_600_000_000_000L;
  static final long SEAM_WINDOW_NS = 60_000_000_000L;

  private final Ephemeris ephemeris;
  private final int first;
  private final int end;
  private final double maxRangeM;
  private final double minAltitudeM;
  private final long acquisitionNs;
  private final boolean acrossSeam;
  private final AtomicReference<@Nullable Mesh> lastMesh = new AtomicReference<>();
  private final AtomicReference<@Nullable Seam> lastSeam = new AtomicReference<>();

  private record Mesh(
      long window, List<Shell> shells, List<List<int[]>> rows, LaserPairs before, LaserPairs now) {}

  private record Seam(long window, LaserPairs before, LaserPairs now) {}

  /**
   * @param first first satellite of the constellation
   * @param end one past its last satellite
   * @param maxRangeM longest link, metres
   * @param minAltitudeM lowest height above the ground that a link may pass, metres
   * @param acquisitionNs from the choice of a new link to its first bit
   * @param acrossSeam whether links cross the seam of a polar shell
   */
  public DerivedLasers(
      Ephemeris ephemeris,
      int first,
      int end,
      double maxRangeM,
      double minAltitudeM,
      long acquisitionNs,
      boolean acrossSeam) {
    this.ephemeris = ephemeris;
    this.first = first;
    this.end = end;
    this.maxRangeM = maxRangeM;
    this.minAltitudeM = minAltitudeM;
    this.acquisitionNs = acquisitionNs;
    this.acrossSeam = acrossSeam;
  }

  /** The pairs that carry traffic at an instant (UTC, nanoseconds since the Unix epoch). */
  public List<LaserPattern> at(long unixNs) {
    Mesh mesh = mesh(Math.floorDiv(unixNs, MESH_WINDOW_NS));
    LaserPattern inside =
        usable(unixNs - mesh.window() * MESH_WINDOW_NS, mesh.before(), mesh.now());
    if (!acrossSeam) {
      return List.of(inside);
    }
    Seam seam = seam(Math.floorDiv(unixNs, SEAM_WINDOW_NS));
    return List.of(
        inside, usable(unixNs - seam.window() * SEAM_WINDOW_NS, seam.before(), seam.now()));
  }

  private LaserPairs usable(long sinceChoiceNs, LaserPairs before, LaserPairs now) {
    return sinceChoiceNs < acquisitionNs ? now.both(before) : now;
  }

  private Mesh mesh(long window) {
    Mesh known = lastMesh.get();
    if (known == null || known.window() != window) {
      LaserPairs before =
          known != null && known.window() == window - 1
              ? known.now()
              : meshOf(window - 1, shells(window - 1));
      List<Shell> shells = shells(window);
      known = new Mesh(window, shells, rows(shells), before, meshOf(window, shells));
      lastMesh.set(known);
    }
    return known;
  }

  private List<Shell> shells(long meshWindow) {
    Mesh known = lastMesh.get();
    return known != null && known.window() == meshWindow
        ? known.shells()
        : ShellStructure.find(places(meshWindow), first, end);
  }

  private LaserPairs meshOf(long window, List<Shell> shells) {
    return pairs(new NeighbourMesh(places(window)).of(shells));
  }

  private static List<List<int[]>> rows(List<Shell> shells) {
    return shells.stream()
        .map(shell ->
            shell.planes().stream()
                .map(plane -> plane.satellites().stream().mapToInt(Integer::intValue).toArray())
                .toList())
        .toList();
  }

  /**
   * The shells at an instant, of each its planes from west to east, and in each the satellites
   * along the orbit. The very same object for as long as it holds.
   */
  public List<List<int[]>> rowsAt(long unixNs) {
    return mesh(Math.floorDiv(unixNs, MESH_WINDOW_NS)).rows();
  }

  private MeanPlaces places(long meshWindow) {
    return MeanPlaces.at(ephemeris, meshWindow * MESH_WINDOW_NS);
  }

  private Seam seam(long window) {
    Seam known = lastSeam.get();
    if (known == null || known.window() != window) {
      LaserPairs before =
          known != null && known.window() == window - 1 ? known.now() : seamOf(window - 1);
      known = new Seam(window, before, seamOf(window));
      lastSeam.set(known);
    }
    return known;
  }

  private LaserPairs seamOf(long window) {
    long startNs = window * SEAM_WINDOW_NS;
    return pairs(
        SeamMesh.of(
            shells(Math.floorDiv(startNs, MESH_WINDOW_NS)),
            ephemeris.at(startNs),
            ephemeris.at(startNs + SEAM_WINDOW_NS),
            maxRangeM,
            minAltitudeM));
  }

  private LaserPairs pairs(List<Long> pairs) {
    return new LaserPairs(
        pairs.stream().mapToLong(Long::longValue).toArray(), maxRangeM, minAltitudeM);
  }
}
