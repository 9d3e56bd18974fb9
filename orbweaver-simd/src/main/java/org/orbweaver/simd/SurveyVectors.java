package org.orbweaver.simd;

import static org.orbweaver.core.forwarding.SurveyKernel.ROUNDING;
import static org.orbweaver.core.forwarding.SurveyKernel.SPARE_M;
import static org.orbweaver.core.forwarding.SurveyKernel.STRETCH;
import static org.orbweaver.core.forwarding.SurveyKernel.TURN_M;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.orbweaver.core.forwarding.SkyList;
import org.orbweaver.core.forwarding.SurveyKernel;
import org.orbweaver.core.forwarding.TerminalGroups;
import org.orbweaver.core.graph.Ticks;

/** Satellites, then terminals, side by side; line for line what the plain kernel in core does. */
final class SurveyVectors {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int LANES = INTS.length();

  private SurveyVectors() {}

  static int shortlist(
      SurveyKernel.Stand stand,
      float[] x,
      float[] y,
      float[] z,
      int[] ticks,
      int[] from,
      int[] to,
      int runs,
      int[] low,
      int[] found) {
    int sure = measure(stand, x, y, z, ticks, from, to, runs, low, found);
    int kept = 0;
    int at = 0;
    for (int run = 0; run < runs; run++) {
      kept =
          sure < 0
              ? keepReached(from[run], to[run], low, at, found, kept)
              : keepNear(stand, x, y, z, ticks, sure, from[run], to[run], low, at, found, kept);
      at += Math.ceilDiv(to[run] - from[run], LANES) * LANES;
    }
    return kept;
  }

  /**
   * Writes all ways from the middle, unreachable where hidden from every terminal; returns the
   * place of the best satellite that none of them has hidden, or -1.
   */
  private static int measure(
      SurveyKernel.Stand stand,
      float[] xs,
      float[] ys,
      float[] zs,
      int[] ticks,
      int[] from,
      int[] to,
      int runs,
      int[] low,
      int[] scratch) {
    float near = stand.radiusM() + SPARE_M;
    float tilt = stand.radiusM() / TURN_M;
    float least = stand.leastSinMask();
    float most = stand.mostSinMask();
    float leastUp = -near * (1 + tilt + Math.abs(least));
    float mostUp = near * (1 + tilt + Math.abs(most));
    float maxRangeM = stand.maxRangeM();
    IntVector best = IntVector.broadcast(INTS, Ticks.UNREACHABLE);
    IntVector bestAt = IntVector.broadcast(INTS, -LANES);
    int at = 0;
    for (int run = 0; run < runs; run++) {
      int end = to[run];
      for (int k = from[run]; k < end; k += LANES) {
        FloatVector dx = FloatVector.fromArray(FLOATS, xs, k).sub(stand.x());
        FloatVector dy = FloatVector.fromArray(FLOATS, ys, k).sub(stand.y());
        FloatVector dz = FloatVector.fromArray(FLOATS, zs, k).sub(stand.z());
        FloatVector range = dx.mul(dx).add(dy.mul(dy)).add(dz.mul(dz)).sqrt();
        FloatVector up = dx.mul(stand.upX()).add(dy.mul(stand.upY())).add(dz.mul(stand.upZ()));
        IntVector behind = IntVector.fromArray(INTS, ticks, k);
        IntVector hiddenFromAll =
            up.sub(leastUp)
                .sub(range.mul(least - tilt))
                .reinterpretAsInts()
                .or(range.neg().add(maxRangeM + near).reinterpretAsInts())
                .lanewise(VectorOperators.ASHR, 31);
        IntVector length = (IntVector) range.mul(Ticks.PER_M).convert(VectorOperators.F2I, 0);
        IntVector way = length.or(hiddenFromAll).and(Ticks.UNREACHABLE - 1).add(behind);
        way.intoArray(low, at);
        at += LANES;
        IntVector hiddenFromAny =
            up.sub(mostUp)
                .sub(range.mul(most + tilt))
                .reinterpretAsInts()
                .or(range.neg().add(maxRangeM - near).reinterpretAsInts())
                .lanewise(VectorOperators.ASHR, 31);
        way = length.or(hiddenFromAny).and(Ticks.UNREACHABLE - 1).add(behind);
        bestAt = bestAt.blend(k, way.compare(VectorOperators.LT, best));
        best = best.min(way);
      }
    }
    best.intoArray(scratch, 0);
    bestAt.intoArray(scratch, LANES);
    int lane = 0;
    for (int v = 1; v < LANES; v++) {
      lane = scratch[v] < scratch[lane] ? v : lane;
    }
    return scratch[LANES + lane] + lane < 0 ? -1 : scratch[LANES + lane] + lane;
  }

  private static int keepReached(int from, int to, int[] low, int lowAt, int[] found, int kept) {
    IntVector lanes = IntVector.zero(INTS).addIndex(1);
    int size = kept;
    int at = lowAt;
    for (int k = from; k < to; k += LANES) {
      VectorMask<Integer> keep =
          IntVector.fromArray(INTS, low, at).compare(VectorOperators.LT, Ticks.UNREACHABLE);
      lanes.add(k).compress(keep).intoArray(found, size);
      size += keep.trueCount();
      at += LANES;
    }
    return size;
  }

  private static int keepNear(
      SurveyKernel.Stand stand,
      float[] xs,
      float[] ys,
      float[] zs,
      int[] ticks,
      int sure,
      int from,
      int to,
      int[] low,
      int lowAt,
      int[] found,
      int kept) {
    float sx = stand.x();
    float sy = stand.y();
    float sz = stand.z();
    float ux = xs[sure] - sx;
    float uy = ys[sure] - sy;
    float uz = zs[sure] - sz;
    float sureRange = (float) Math.sqrt(ux * ux + uy * uy + uz * uz);
    float near = stand.radiusM() + SPARE_M;
    float bend = SurveyKernel.bendM(near, sureRange);
    int most = (int) (2 * near * Ticks.PER_M);
    IntVector lanes = IntVector.zero(INTS).addIndex(1);
    int bestSure = (int) ((sureRange + SPARE_M) * Ticks.PER_M) + ticks[sure];
    float perRange = -2 * Ticks.PER_M / sureRange;
    int size = kept;
    int at = lowAt;
    for (int k = from; k < to; k += LANES) {
      FloatVector along =
          FloatVector.fromArray(FLOATS, xs, k)
              .sub(sx)
              .mul(ux)
              .add(FloatVector.fromArray(FLOATS, ys, k).sub(sy).mul(uy))
              .add(FloatVector.fromArray(FLOATS, zs, k).sub(sz).mul(uz));
      IntVector way = IntVector.fromArray(INTS, low, at);
      FloatVector length =
          (FloatVector)
              way.sub(IntVector.fromArray(INTS, ticks, k)).convert(VectorOperators.I2F, 0);
      FloatVector lead =
          along
              .mul(perRange)
              .div(length)
              .add(2 + ROUNDING)
              .sqrt()
              .mul(near * Ticks.PER_M)
              .add(bend * Ticks.PER_M);
      VectorMask<Integer> keep =
          way.sub(((IntVector) lead.convert(VectorOperators.F2I, 0)).min(most))
              .compare(VectorOperators.LE, bestSure);
      lanes.add(k).compress(keep).intoArray(found, size);
      size += keep.trueCount();
      at += LANES;
    }
    return size;
  }

  static void choose(
      TerminalGroups groups, int group, SkyList sky, int[] bestTicks, int[] bestSatellite) {
    SurveyKernel.Stand stand = groups.stand(group);
    int end = groups.end(group);
    for (int k = groups.first(group); k < end; k += LANES) {
      choose(
          stand,
          groups.x(),
          groups.y(),
          groups.z(),
          groups.slope(),
          k,
          sky.x(),
          sky.y(),
          sky.z(),
          sky.ticks(),
          sky.satellite(),
          sky.size(),
          bestTicks,
          bestSatellite);
    }
  }

  /** For the terminals in the slots of one vector. */
  private static void choose(
      SurveyKernel.Stand stand,
      float[] x,
      float[] y,
      float[] z,
      float[] slope,
      int slot,
      float[] px,
      float[] py,
      float[] pz,
      int[] ticks,
      int[] satellite,
      int size,
      int[] bestTicks,
      int[] bestSatellite) {
    FloatVector tx = FloatVector.fromArray(FLOATS, x, slot);
    FloatVector ty = FloatVector.fromArray(FLOATS, y, slot);
    FloatVector tz = FloatVector.fromArray(FLOATS, z, slot);
    FloatVector falling = FloatVector.fromArray(FLOATS, slope, slot).neg();
    FloatVector normalX = tx.add(stand.x());
    FloatVector normalY = ty.add(stand.y());
    FloatVector normalZ = tz.add(stand.z()).mul((float) STRETCH);
    FloatVector perM = FloatVector.broadcast(FLOATS, Ticks.PER_M);
    FloatVector half = FloatVector.broadcast(FLOATS, 0.5f);
    float maxRangeM = stand.maxRangeM();
    IntVector best = IntVector.broadcast(INTS, Ticks.UNREACHABLE);
    IntVector over = IntVector.broadcast(INTS, -1);
    for (int k = 0; k < size; k++) {
      FloatVector dx = FloatVector.broadcast(FLOATS, px[k]).sub(tx);
      FloatVector dy = FloatVector.broadcast(FLOATS, py[k]).sub(ty);
      FloatVector dz = FloatVector.broadcast(FLOATS, pz[k]).sub(tz);
      FloatVector range = dx.fma(dx, dy.fma(dy, dz.mul(dz))).sqrt();
      FloatVector up = dx.fma(normalX, dy.fma(normalY, dz.mul(normalZ)));
      IntVector hidden =
          range
              .fma(falling, up)
              .reinterpretAsInts()
              .or(range.neg().add(maxRangeM).reinterpretAsInts())
              .lanewise(VectorOperators.ASHR, 31);
      IntVector way =
          ((IntVector) range.fma(perM, half).convert(VectorOperators.F2I, 0))
              .or(hidden)
              .and(Ticks.UNREACHABLE - 1)
              .add(ticks[k]);
      VectorMask<Integer> shorter = way.compare(VectorOperators.LT, best);
      best = best.min(way);
      over = over.blend(satellite[k], shorter);
    }
    best.intoArray(bestTicks, slot);
    over.intoArray(bestSatellite, slot);
  }
}
