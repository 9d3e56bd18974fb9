package org.orbweaver.simd;

import java.util.concurrent.atomic.AtomicBoolean;
import org.orbweaver.core.forwarding.LoneTerminals;
import org.orbweaver.core.forwarding.SkyList;
import org.orbweaver.core.forwarding.SurveyKernel;
import org.orbweaver.core.forwarding.TerminalGroups;
import org.orbweaver.core.geometry.SortedSky;

/**
 * The loops of a survey on the Vector API. This class names no type of the incubator module, so
 * that it loads where that is absent, and says that it is.
 */
public final class SimdSurveyKernel implements SurveyKernel {
  private static final AtomicBoolean SOUND =
      new AtomicBoolean(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());

  /** One look in so many is watched. */
  private static final int SAMPLE = 64;

  private static final ThreadLocal<Watch> WATCH = ThreadLocal.withInitial(Watch::new);

  /** Watches what this thread allocates. */
  private static final class Watch {
    private final AllocationGate gate = new AllocationGate(1_024);
    private int calls;

    boolean begins() {
      if (calls++ % SAMPLE != 0) {
        return false;
      }
      gate.enter();
      return true;
    }

    void ends() {
      gate.leave();
      if (!gate.isOpen()) {
        SOUND.set(false);
      }
    }
  }

  @Override
  public boolean isSound() {
    return SOUND.get();
  }

  @Override
  public void shortlist(
      Stand stand,
      SkyList sky,
      int[] from,
      int[] to,
      int runs,
      int[] low,
      SkyList found,
      boolean placed) {
    Watch watch = WATCH.get();
    boolean watched = watch.begins();
    SurveyVectors.shortlist(stand, sky, from, to, runs, low, found, placed);
    if (watched) {
      watch.ends();
    }
  }

  @Override
  public void choose(
      TerminalGroups groups, int group, SkyList sky, int[] bestTicks, int[] bestSatellite) {
    Watch watch = WATCH.get();
    boolean watched = watch.begins();
    SurveyVectors.choose(groups, group, sky, bestTicks, bestSatellite);
    if (watched) {
      watch.ends();
    }
  }

  @Override
  public void chooseAlone(
      LoneTerminals terminals,
      int first,
      int end,
      SortedSky sky,
      int[][] ticksAt,
      int offset,
      int[] bestTicks,
      int[] bestSatellite) {
    Watch watch = WATCH.get();
    boolean watched = watch.begins();
    LoneVectors.choose(terminals, first, end, sky, ticksAt, offset, bestTicks, bestSatellite);
    if (watched) {
      watch.ends();
    }
  }
}
