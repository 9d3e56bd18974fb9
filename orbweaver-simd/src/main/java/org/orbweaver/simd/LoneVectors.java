package org.orbweaver.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.orbweaver.core.forwarding.LoneTerminals;
import org.orbweaver.core.geometry.SkyRuns;
import org.orbweaver.core.geometry.SortedSky;
import org.orbweaver.core.graph.Ticks;

/** Lone terminals, one after another: satellites side by side. */
final class LoneVectors {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int LANES = INTS.length();
  private static final IntVector STEPS = IntVector.zero(INTS).addIndex(1);

  private LoneVectors() {}

  static void choose(
      LoneTerminals terminals,
      int first,
      int end,
      SortedSky sky,
      int[][] ticksAt,
      int offset,
      int[] bestTicks,
      int[] bestSatellite) {
    for (int t = first; t < end; t++) {
      int[] ticks = ticksAt[terminals.endOf(t)];
      choose(terminals, t, sky, ticks, offset + t, bestTicks, bestSatellite);
    }
  }

  /** What is beyond a run is looked at as well: it is in view, or it is not. */
  private static void choose(
      LoneTerminals terminals,
      int t,
      SortedSky sky,
      int[] ticks,
      int slot,
      int[] bestTicks,
      int[] bestSatellite) {
    SkyRuns runs = terminals.runs();
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
    FloatVector upX = FloatVector.broadcast(FLOATS, terminals.upX()[t]);
    FloatVector upY = FloatVector.broadcast(FLOATS, terminals.upY()[t]);
    FloatVector upZ = FloatVector.broadcast(FLOATS, terminals.upZ()[t]);
    FloatVector falling = FloatVector.broadcast(FLOATS, -terminals.sinMask()[t]);
    FloatVector farthest = FloatVector.broadcast(FLOATS, terminals.maxRangeM());
    FloatVector perM = FloatVector.broadcast(FLOATS, Ticks.PER_M);
    FloatVector half = FloatVector.broadcast(FLOATS, 0.5f);
    IntVector best = IntVector.broadcast(INTS, Ticks.UNREACHABLE);
    IntVector bestAt = IntVector.zero(INTS);
    int lastRun = runs.end(t);
    for (int run = runs.first(t); run < lastRun; run++) {
      int to = sky.end(runs.lastCell(run));
      for (int k = sky.first(runs.firstCell(run)); k < to; k += LANES) {
        FloatVector dx =
            FloatVector.fromArray(FLOATS, xM, k)
                .sub(x)
                .add(FloatVector.fromArray(FLOATS, restX, k).sub(tx));
        FloatVector dy =
            FloatVector.fromArray(FLOATS, yM, k)
                .sub(y)
                .add(FloatVector.fromArray(FLOATS, restY, k).sub(ty));
        FloatVector dz =
            FloatVector.fromArray(FLOATS, zM, k)
                .sub(z)
                .add(FloatVector.fromArray(FLOATS, restZ, k).sub(tz));
        FloatVector range = dx.fma(dx, dy.fma(dy, dz.mul(dz))).sqrt();
        FloatVector up = dx.fma(upX, dy.fma(upY, dz.mul(upZ)));
        IntVector hidden =
            range
                .fma(falling, up)
                .reinterpretAsInts()
                .or(farthest.sub(range).reinterpretAsInts())
                .lanewise(VectorOperators.ASHR, 31);
        IntVector way =
            ((IntVector) range.fma(perM, half).convert(VectorOperators.F2I, 0))
                .or(hidden)
                .and(Ticks.UNREACHABLE - 1)
                .add(IntVector.fromArray(INTS, ticks, k));
        bestAt = bestAt.blend(k, way.compare(VectorOperators.LT, best));
        best = best.min(way);
      }
    }
    int least = best.reduceLanes(VectorOperators.MIN);
    bestTicks[slot] = least;
    if (least >= Ticks.UNREACHABLE) {
      bestSatellite[slot] = -1;
      return;
    }
    // Of equal ways the one that stands first.
    int at =
        bestAt
            .add(STEPS)
            .blend(Integer.MAX_VALUE, best.compare(VectorOperators.NE, least))
            .reduceLanes(VectorOperators.MIN);
    bestSatellite[slot] = sky.satellite(at);
  }
}
