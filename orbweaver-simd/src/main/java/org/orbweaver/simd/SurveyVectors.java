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

/**
 * Groups of terminals: satellites, then terminals, side by side; line for line what the plain
 * kernel in core does.
 */
final class SurveyVectors {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int LANES = INTS.length();
  private static final IntVector STEPS = IntVector.zero(INTS).addIndex(1);

  private SurveyVectors() {}

  static void shortlist(
      SurveyKernel.Stand stand,
      SkyList sky,
      int[] from,
      int[] to,
      int runs,
      int[] low,
      SkyList found,
      boolean placed) {
    int sure = measure(stand, sky.x(), sky.y(), sky.z(), sky.ticks(), from, to, runs, low);
    int kept = 0;
    int at = 0;
    for (int run = 0; run < runs; run++) {
      kept =
          sure < 0
              ? keepReached(sky, from[run], to[run], low, at, found, kept)
              : keepNear(stand, sky, sure, from[run], to[run], low, at, found, kept, placed);
      at += Math.ceilDiv(to[run] - from[run], LANES) * LANES;
    }
    found.close(kept, placed);
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
      int[] low) {
    float near = stand.radiusM() + SPARE_M;
    float tilt = stand.radiusM() / TURN_M;
    float least = stand.leastSinMask();
    float most = stand.mostSinMask();
    float leastUp = -near * (1 + tilt + Math.abs(least));
    float mostUp = near * (1 + tilt + Math.abs(most));
    float maxRangeM = stand.maxRangeM();
    FloatVector upX = FloatVector.broadcast(FLOATS, stand.upX());
    FloatVector upY = FloatVector.broadcast(FLOATS, stand.upY());
    FloatVector upZ = FloatVector.broadcast(FLOATS, stand.upZ());
    FloatVector leastFalling = FloatVector.broadcast(FLOATS, tilt - least);
    FloatVector mostFalling = FloatVector.broadcast(FLOATS, -tilt - most);
    FloatVector farthestOfAll = FloatVector.broadcast(FLOATS, maxRangeM + near);
    FloatVector farthestOfAny = FloatVector.broadcast(FLOATS, maxRangeM - near);
    IntVector best = IntVector.broadcast(INTS, Ticks.UNREACHABLE);
    IntVector bestAt = IntVector.broadcast(INTS, -LANES);
    int at = 0;
    for (int run = 0; run < runs; run++) {
      int end = to[run];
      for (int k = from[run]; k < end; k += LANES) {
        FloatVector dx = FloatVector.fromArray(FLOATS, xs, k).sub(stand.x());
        FloatVector dy = FloatVector.fromArray(FLOATS, ys, k).sub(stand.y());
        FloatVector dz = FloatVector.fromArray(FLOATS, zs, k).sub(stand.z());
        FloatVector range = dx.fma(dx, dy.fma(dy, dz.mul(dz))).sqrt();
        FloatVector up = dx.fma(upX, dy.fma(upY, dz.mul(upZ)));
        IntVector behind = IntVector.fromArray(INTS, ticks, k);
        IntVector hiddenFromAll =
            range
                .fma(leastFalling, up.sub(leastUp))
                .reinterpretAsInts()
                .or(farthestOfAll.sub(range).reinterpretAsInts())
                .lanewise(VectorOperators.ASHR, 31);
        IntVector length = (IntVector) range.mul(Ticks.PER_M).convert(VectorOperators.F2I, 0);
        IntVector way = length.or(hiddenFromAll).and(Ticks.UNREACHABLE - 1).add(behind);
        way.intoArray(low, at);
        at += LANES;
        IntVector hiddenFromAny =
            range
                .fma(mostFalling, up.sub(mostUp))
                .reinterpretAsInts()
                .or(farthestOfAny.sub(range).reinterpretAsInts())
                .lanewise(VectorOperators.ASHR, 31);
        way = length.or(hiddenFromAny).and(Ticks.UNREACHABLE - 1).add(behind);
        bestAt = bestAt.blend(k, way.compare(VectorOperators.LT, best));
        best = best.min(way);
      }
    }
    int shortest = best.reduceLanes(VectorOperators.MIN);
    int place =
        bestAt
            .add(STEPS)
            .blend(Integer.MAX_VALUE, best.compare(VectorOperators.NE, shortest))
            .reduceLanes(VectorOperators.MIN);
    return shortest < Ticks.UNREACHABLE ? place : -1;
  }

  private static int keepReached(
      SkyList sky, int from, int to, int[] low, int lowAt, SkyList found, int kept) {
    int size = kept;
    int at = lowAt;
    for (int k = from; k < to; k += LANES) {
      VectorMask<Integer> keep =
          IntVector.fromArray(INTS, low, at).compare(VectorOperators.LT, Ticks.UNREACHABLE);
      VectorMask<Float> keepFloats = keep.cast(FLOATS);
      FloatVector.fromArray(FLOATS, sky.x(), k).compress(keepFloats).intoArray(found.x(), size);
      FloatVector.fromArray(FLOATS, sky.y(), k).compress(keepFloats).intoArray(found.y(), size);
      FloatVector.fromArray(FLOATS, sky.z(), k).compress(keepFloats).intoArray(found.z(), size);
      IntVector.fromArray(INTS, sky.ticks(), k).compress(keep).intoArray(found.ticks(), size);
      IntVector.fromArray(INTS, sky.satellite(), k)
          .compress(keep)
          .intoArray(found.satellite(), size);
      size += keep.trueCount();
      at += LANES;
    }
    return size;
  }

  private static int keepNear(
      SurveyKernel.Stand stand,
      SkyList sky,
      int sure,
      int from,
      int to,
      int[] low,
      int lowAt,
      SkyList found,
      int kept,
      boolean placed) {
    float[] xs = sky.x();
    float[] ys = sky.y();
    float[] zs = sky.z();
    int[] ticks = sky.ticks();
    int[] satellite = sky.satellite();
    float[] foundX = found.x();
    float[] foundY = found.y();
    float[] foundZ = found.z();
    int[] foundTicks = found.ticks();
    int[] foundSatellite = found.satellite();
    float sx = stand.x();
    float sy = stand.y();
    float sz = stand.z();
    float ux = xs[sure] - sx;
    float uy = ys[sure] - sy;
    float uz = zs[sure] - sz;
    float sureRange = (float) Math.sqrt(ux * ux + uy * uy + uz * uz);
    float near = stand.radiusM() + SPARE_M;
    float bend = SurveyKernel.bendM(near, sureRange);
    int bestSure = (int) ((sureRange + SPARE_M) * Ticks.PER_M) + ticks[sure];
    // That the lead is less than near * sqrt(2 - 2 * cosine), squared and times the range.
    float perAlong = -2 * near * near / sureRange;
    FloatVector perRange = FloatVector.broadcast(FLOATS, near * near * (2 + ROUNDING));
    FloatVector alongX = FloatVector.broadcast(FLOATS, ux * perAlong);
    FloatVector alongY = FloatVector.broadcast(FLOATS, uy * perAlong);
    FloatVector alongZ = FloatVector.broadcast(FLOATS, uz * perAlong);
    FloatVector perTick = FloatVector.broadcast(FLOATS, 1f / Ticks.PER_M);
    FloatVector bent = FloatVector.broadcast(FLOATS, -bend);
    FloatVector longestLead = FloatVector.broadcast(FLOATS, 2 * near - bend);
    int size = kept;
    int at = lowAt;
    for (int k = from; k < to; k += LANES) {
      IntVector way = IntVector.fromArray(INTS, low, at);
      at += LANES;
      FloatVector lead =
          ((FloatVector) way.sub(bestSure).convert(VectorOperators.I2F, 0)).fma(perTick, bent);
      FloatVector within = longestLead.sub(lead);
      if (!within.reinterpretAsInts().compare(VectorOperators.GE, 0).anyTrue()) {
        continue;
      }
      FloatVector x = FloatVector.fromArray(FLOATS, xs, k);
      FloatVector y = FloatVector.fromArray(FLOATS, ys, k);
      FloatVector z = FloatVector.fromArray(FLOATS, zs, k);
      FloatVector along = x.sub(sx).fma(alongX, y.sub(sy).fma(alongY, z.sub(sz).mul(alongZ)));
      IntVector behind = IntVector.fromArray(INTS, ticks, k);
      FloatVector range =
          ((FloatVector) way.sub(behind).convert(VectorOperators.I2F, 0)).mul(perTick);
      VectorMask<Integer> keep =
          range
              .fma(perRange.sub(lead.mul(lead.abs())), along)
              .reinterpretAsInts()
              .or(within.reinterpretAsInts())
              .compare(VectorOperators.GE, 0);
      if (placed) {
        VectorMask<Float> keepFloats = keep.cast(FLOATS);
        x.compress(keepFloats).intoArray(foundX, size);
        y.compress(keepFloats).intoArray(foundY, size);
        z.compress(keepFloats).intoArray(foundZ, size);
      }
      behind.compress(keep).intoArray(foundTicks, size);
      IntVector.fromArray(INTS, satellite, k).compress(keep).intoArray(foundSatellite, size);
      size += keep.trueCount();
    }
    return size;
  }

  static void choose(
      TerminalGroups groups, int group, SkyList sky, int[] bestTicks, int[] bestSatellite) {
    SurveyKernel.Stand stand = groups.stand(group);
    int first = groups.first(group);
    int end = groups.end(group);
    for (int k = first; k < end; k += LANES) {
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
