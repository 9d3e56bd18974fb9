package org.orbweaver.core.forwarding;

import java.util.Arrays;
import org.orbweaver.core.geometry.SkyRuns;
import org.orbweaver.core.geometry.SortedSky;
import org.orbweaver.core.graph.Ticks;

/** The loops of a survey in plain Java. */
final class PlainSurveyKernel implements SurveyKernel {
  static final SurveyKernel INSTANCE = new PlainSurveyKernel();

  private PlainSurveyKernel() {}

  @Override
  public boolean isSound() {
    return true;
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
    float[] x = sky.x();
    float[] y = sky.y();
    float[] z = sky.z();
    int[] ticks = sky.ticks();
    float near = stand.radiusM() + SPARE_M;
    float tilt = stand.radiusM() / TURN_M;
    float least = stand.leastSinMask();
    float most = stand.mostSinMask();
    int bestSure = Ticks.UNREACHABLE;
    int sure = -1;
    int size = 0;
    for (int run = 0; run < runs; run++) {
      for (int k = from[run]; k < to[run]; k++) {
        float dx = x[k] - stand.x();
        float dy = y[k] - stand.y();
        float dz = z[k] - stand.z();
        float range = (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
        float up = dx * stand.upX() + dy * stand.upY() + dz * stand.upZ();
        float slack = near + (range + near) * tilt;
        int way = (int) (range * Ticks.PER_M) + ticks[k];
        if (way >= Ticks.UNREACHABLE
            || up + slack < least * range - Math.abs(least) * near
            || range - near > stand.maxRangeM()) {
          continue;
        }
        found.put(size, sky, k);
        low[size++] = way;
        if (way < bestSure
            && up - slack >= most * range + Math.abs(most) * near
            && range + near <= stand.maxRangeM()) {
          bestSure = way;
          sure = k;
        }
      }
    }
    found.close(sure < 0 ? size : prune(stand, sky, sure, bestSure, size, low, found), placed);
  }

  /** Leaves out the satellites that a sure one is better than for every terminal. */
  private static int prune(
      Stand stand, SkyList sky, int sure, int bestSure, int size, int[] low, SkyList found) {
    float[] x = found.x();
    float[] y = found.y();
    float[] z = found.z();
    float near = stand.radiusM() + SPARE_M;
    float sureRange = (float) (bestSure - sky.ticks()[sure]) / Ticks.PER_M;
    float ux = (sky.x()[sure] - stand.x()) / sureRange;
    float uy = (sky.y()[sure] - stand.y()) / sureRange;
    float uz = (sky.z()[sure] - stand.z()) / sureRange;
    float bend = SurveyKernel.bendM(near, sureRange);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      float range = (float) (low[i] - found.ticks()[i]) / Ticks.PER_M;
      float along = (x[i] - stand.x()) * ux + (y[i] - stand.y()) * uy + (z[i] - stand.z()) * uz;
      float apart = (float) Math.sqrt(2 - 2 * along / range + ROUNDING);
      float lead = Math.min(2 * near, near * apart + bend) + SPARE_M;
      if (low[i] - (int) (lead * Ticks.PER_M) <= bestSure) {
        found.put(kept++, found, i);
      }
    }
    return kept;
  }

  @Override
  public void choose(
      TerminalGroups groups, int group, SkyList sky, int[] bestTicks, int[] bestSatellite) {
    int first = groups.first(group);
    int end = groups.endFilled(group);
    Arrays.fill(bestTicks, first, end, Ticks.UNREACHABLE);
    Arrays.fill(bestSatellite, first, end, -1);
    for (int k = 0; k < sky.size(); k++) {
      offer(
          groups.stand(group),
          first,
          end,
          groups,
          sky.x()[k],
          sky.y()[k],
          sky.z()[k],
          sky.ticks()[k],
          sky.satellite()[k],
          bestTicks,
          bestSatellite);
    }
  }

  private static void offer(
      Stand stand,
      int first,
      int end,
      TerminalGroups groups,
      float px,
      float py,
      float pz,
      int ticks,
      int satellite,
      int[] bestTicks,
      int[] bestSatellite) {
    float[] x = groups.x();
    float[] y = groups.y();
    float[] z = groups.z();
    float[] slope = groups.slope();
    float mx = stand.x();
    float my = stand.y();
    float mz = stand.z();
    float maxRangeM = stand.maxRangeM();
    for (int k = first; k < end; k++) {
      float dx = px - x[k];
      float dy = py - y[k];
      float dz = pz - z[k];
      float range = (float) Math.sqrt(Math.fma(dx, dx, Math.fma(dy, dy, dz * dz)));
      float normalZ = (mz + z[k]) * (float) STRETCH;
      float up = Math.fma(dx, mx + x[k], Math.fma(dy, my + y[k], dz * normalZ));
      int hidden =
          (Float.floatToRawIntBits(Math.fma(range, -slope[k], up))
                  | Float.floatToRawIntBits(maxRangeM - range))
              >> 31;
      int length = (int) Math.fma(range, Ticks.PER_M, 0.5f);
      int way = ((length | hidden) & Ticks.UNREACHABLE - 1) + ticks;
      int shorter = (way - bestTicks[k]) >> 31;
      bestTicks[k] = Math.min(bestTicks[k], way);
      bestSatellite[k] = (satellite & shorter) | (bestSatellite[k] & ~shorter);
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
    for (int t = first; t < end; t++) {
      SkyRuns runs = terminals.runs();
      bestTicks[offset + t] = Ticks.UNREACHABLE;
      bestSatellite[offset + t] = -1;
      for (int run = runs.first(t); run < runs.end(t); run++) {
        int from = sky.first(runs.firstCell(run));
        int to = sky.end(runs.lastCell(run));
        int[] ticks = ticksAt[terminals.endOf(t)];
        offer(terminals, t, sky, from, to, ticks, offset + t, bestTicks, bestSatellite);
      }
    }
  }

  private static void offer(
      LoneTerminals terminals,
      int t,
      SortedSky sky,
      int from,
      int to,
      int[] ticks,
      int slot,
      int[] bestTicks,
      int[] bestSatellite) {
    float[] xM = sky.xM();
    float[] yM = sky.yM();
    float[] zM = sky.zM();
    float[] restX = sky.restX();
    float[] restY = sky.restY();
    float[] restZ = sky.restZ();
    float x = terminals.x()[t];
    float y = terminals.y()[t];
    float z = terminals.z()[t];
    float tx = terminals.restX()[t];
    float ty = terminals.restY()[t];
    float tz = terminals.restZ()[t];
    float upX = terminals.upX()[t];
    float upY = terminals.upY()[t];
    float upZ = terminals.upZ()[t];
    float falling = -terminals.sinMask()[t];
    float maxRangeM = terminals.maxRangeM();
    int best = bestTicks[slot];
    int bestAt = -1;
    for (int k = from; k < to; k++) {
      float dx = (xM[k] - x) + (restX[k] - tx);
      float dy = (yM[k] - y) + (restY[k] - ty);
      float dz = (zM[k] - z) + (restZ[k] - tz);
      float range = (float) Math.sqrt(Math.fma(dx, dx, Math.fma(dy, dy, dz * dz)));
      float up = Math.fma(dx, upX, Math.fma(dy, upY, dz * upZ));
      int hidden =
          (Float.floatToRawIntBits(Math.fma(range, falling, up))
                  | Float.floatToRawIntBits(maxRangeM - range))
              >> 31;
      int length = (int) Math.fma(range, Ticks.PER_M, 0.5f);
      int way = ((length | hidden) & Ticks.UNREACHABLE - 1) + ticks[k];
      if (way < best) {
        best = way;
        bestAt = k;
      }
    }
    if (bestAt >= 0) {
      bestTicks[slot] = best;
      bestSatellite[slot] = sky.satellite(bestAt);
    }
  }
}
