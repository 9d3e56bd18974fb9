package org.orbweaver.core.forwarding;

import java.util.ServiceLoader;
import org.orbweaver.core.geometry.SortedSky;
import org.orbweaver.core.geometry.Wgs84;

/**
 * The two loops of a {@link Survey} that cost time. Found by {@link ServiceLoader}, never required:
 * plain Java is always there, and finds the same.
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

  /** So steeply does a satellite under the horizon grow too far away. */
  float STEEP = 1e30f;

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
   * Lists, in any order, every satellite that may be first on the shortest way of a terminal of a
   * group, and a few that are not.
   *
   * @param from runs of places in the sky: the first of each
   * @param to one past the last of each
   * @param runs how many runs
   * @param ticks by place in the sky, from the satellite to the end of the group's traffic
   * @param low for the kernel to work in, longer by 16 for each run than all runs together
   * @param found receives places in the sky
   * @return how many were found
   */
  int shortlist(
      Stand stand,
      SortedSky sky,
      int[] from,
      int[] to,
      int runs,
      int[] ticks,
      int[] low,
      int[] found);

  /**
   * Offers a satellite to the slots {@code first} to below {@code end}, a multiple of 16: those
   * from which the way over it is shorter than the best so far take it.
   *
   * @param x by slot, from the middle of the group
   * @param slope by slot, sine of the mask times length of the normal
   * @param px the satellite, from the middle of the group
   * @param ticks from the satellite to the end
   * @param bestTicks by slot
   * @param bestSatellite by slot
   */
  void offer(
      Stand stand,
      int first,
      int end,
      float[] x,
      float[] y,
      float[] z,
      float[] slope,
      float px,
      float py,
      float pz,
      int ticks,
      int satellite,
      int[] bestTicks,
      int[] bestSatellite);

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
