package org.orbweaver.core.forwarding;

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
  public int shortlist(
      Stand stand,
      SortedSky sky,
      int[] from,
      int[] to,
      int runs,
      int[] ticks,
      int[] low,
      int[] found) {
    float[] xs = sky.xM();
    float[] ys = sky.yM();
    float[] zs = sky.zM();
    float near = stand.radiusM() + SPARE_M;
    float tilt = stand.radiusM() / TURN_M;
    float least = stand.leastSinMask();
    float most = stand.mostSinMask();
    int bound = Ticks.UNREACHABLE - 1;
    int size = 0;
    for (int run = 0; run < runs; run++) {
      for (int k = from[run]; k < to[run]; k++) {
        float dx = xs[k] - stand.x();
        float dy = ys[k] - stand.y();
        float dz = zs[k] - stand.z();
        float range = (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
        float up = dx * stand.upX() + dy * stand.upY() + dz * stand.upZ();
        float slack = near + (range + near) * tilt;
        if (up + slack < least * range - Math.abs(least) * near
            || range - near > stand.maxRangeM()) {
          continue;
        }
        found[size] = k;
        low[size++] = (int) (Math.max(0, range - near) * Ticks.PER_M) + ticks[k];
        if (up - slack >= most * range + Math.abs(most) * near
            && range + near <= stand.maxRangeM()) {
          bound = Math.min(bound, (int) ((range + near) * Ticks.PER_M) + 1 + ticks[k]);
        }
      }
    }
    int kept = 0;
    for (int k = 0; k < size; k++) {
      if (low[k] <= bound) {
        found[kept++] = found[k];
      }
    }
    return kept;
  }

  @Override
  public void offer(
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
      int[] bestSatellite) {
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
      float hidden = Math.max(Math.max(0, Math.fma(range, slope[k], -up)), range - maxRangeM);
      float length = Math.fma(hidden, STEEP, Math.fma(range, Ticks.PER_M, 0.5f));
      int way = Math.min((int) length, Ticks.UNREACHABLE - 1) + ticks;
      if (way < bestTicks[k]) {
        bestTicks[k] = way;
        bestSatellite[k] = satellite;
      }
    }
  }
}
