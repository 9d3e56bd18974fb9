package org.orbweaver.core.forwarding;

import java.util.ServiceLoader;
import org.orbweaver.core.geometry.SortedSky;
import org.orbweaver.core.geometry.Wgs84;

/**
 * The two loops of a {@link Survey} that cost time. Found by {@link ServiceLoader}, never required:
 * plain Java is always there, and finds the same.
 *
 * <p>How the list is kept short: a satellite that every terminal of the group has in view is sure.
 * Its range from a place beside the middle is at most what a straight line says, by its direction,
 * and a {@link #bendM little} more; that of any other is at least what the straight line says, for
 * ranges are convex. So a satellite is left out if its way from the middle is longer than the sure
 * one's by more than their directions can make good over the group's radius.
 *
 * <p>Lengths are metres in {@code float}, counted from the middle of a group where they decide
 * anything, which leaves them good to a decimetre.
 */
public interface SurveyKernel {
  /** From the equator to the poles the ellipsoid's normal rises faster than the place by this. */
  double STRETCH = 1 / (1 - Wgs84.ECCENTRICITY_SQUARED);

  /** Metres that rounding may cost, with plenty to spare. */
  float SPARE_M = 4;

  /** No normal turns faster on the ground than by one radian in so many metres. */
  float TURN_M = 6.2e6f;

  /** What rounding may add to the square of how far apart two directions are. */
  float ROUNDING = 1e-5f;

  /** Whether it can run here, and has so far been as quick as it should be. */
  boolean isSound();

  /**
   * Where a group of terminals stands.
   *
   * @param x middle of the group, metres
   * @param upX normal at the middle, of length one
   * @param radiusM from the middle to any terminal, at most
   * @param leastSinMask sine of the lowest mask in the group
   * @param mostSinMask sine of the highest
   * @param maxRangeM of a link
   */
  record Stand(
      float x,
      float y,
      float z,
      float upX,
      float upY,
      float upZ,
      float radiusM,
      float leastSinMask,
      float mostSinMask,
      float maxRangeM) {}

  /**
   * Lists, in the order of the runs, every satellite that may be first on the shortest way of a
   * terminal of a group or region, and some that are not, of which a few may stand behind a run.
   *
   * @param sky where to look; may be read for {@link SortedSky#SPARE} places beyond each run
   * @param from the first place of each run
   * @param to one past the last place of each run
   * @param runs how many runs
   * @param low for the kernel to work in, longer by {@link SortedSky#SPARE} for each run and one
   *     more than all runs together
   * @param found receives the list, as long as {@code low}
   * @param placed whether places are wanted in the list, and that others may read on beyond it;
   *     else they may be left out
   */
  void shortlist(
      Stand stand,
      SkyList sky,
      int[] from,
      int[] to,
      int runs,
      int[] low,
      SkyList found,
      boolean placed);

  /**
   * Finds the shortest ways of a group, each over one of some satellites; of equal ways that over
   * the one listed first.
   *
   * @param sky the satellites, from the middle of the group
   * @param bestTicks by slot, receives the ways; unreachable where there is none
   * @param bestSatellite by slot, receives satellites, or -1
   */
  void choose(TerminalGroups groups, int group, SkyList sky, int[] bestTicks, int[] bestSatellite);

  /**
   * Finds the shortest ways of terminals that stand alone, each over a satellite in its {@link
   * LoneTerminals#runs}; of equal ways that over the one that stands first in the sky.
   *
   * @param first of the terminals
   * @param end one past the last
   * @param ticksAt by end and place in the sky, from the satellite to the end
   * @param offset of the slots of these terminals, from their numbers
   * @param bestTicks by slot, receives the ways; unreachable where there is none
   * @param bestSatellite by slot, receives satellites, or -1
   */
  void chooseAlone(
      LoneTerminals terminals,
      int first,
      int end,
      SortedSky sky,
      int[][] ticksAt,
      int offset,
      int[] bestTicks,
      int[] bestSatellite);

  /** By how much a range bends upward, at most, over a distance from the middle. */
  static float bendM(float distanceM, float rangeM) {
    return Math.min(2 * distanceM, distanceM * distanceM / (2 * Math.max(1, rangeM - distanceM)));
  }

  /** The kernel that is always there. */
  static SurveyKernel plain() {
    return PlainSurveyKernel.INSTANCE;
  }

  /** A kernel that this machine and its settings have beside the plain one, or else that. */
  static SurveyKernel best() {
    return Found.BEST;
  }

  /** Looked for once, when first asked for. */
  final class Found {
    private static final SurveyKernel BEST =
        ServiceLoader.load(SurveyKernel.class, SurveyKernel.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .filter(SurveyKernel::isSound)
            .findFirst()
            .orElse(plain());

    private Found() {}
  }
}
