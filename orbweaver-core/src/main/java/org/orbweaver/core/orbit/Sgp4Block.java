package org.orbweaver.core.orbit;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What passes between the stages of {@link Sgp4Kernel} for the satellites that go through them
 * together, few enough for all of it to stay in the nearest cache. Layout: one array a quantity, by
 * place in the block; names as in {@link Sgp4Rows}. Used again and again, by one thread at a time.
 */
final class Sgp4Block {
  /** Not in use. Not by thread: the common pool makes its threads forget what is theirs. */
  private static final AtomicReferenceArray<@Nullable Sgp4Block> SPARE =
      new AtomicReferenceArray<>(64);

  /** Minutes since the epoch. */
  final double[] t = column();

  /** Mean anomaly without drag, what drag adds to it, and their sum. */
  final double[] xmdf = column();

  final double[] shift = column();
  final double[] mp = column();

  /** Argument of perigee, and mean longitude from the node. */
  final double[] argp = column();

  final double[] xl = column();
  final double[] node = column();
  final double[] am = column();
  final double[] em = column();

  /** Above zero as long as the theory holds; NaN where nothing is known. */
  final double[] margin = column();

  final double[] perP = column();
  final double[] axn = column();
  final double[] ayn = column();

  /** The last step of Kepler's equation, and the eccentric longitude that it led to. */
  final double[] step = column();

  final double[] sinE = column();
  final double[] cosE = column();
  final double[] esinE = column();

  /** Distance over semi-major axis: 1 - e cos E. */
  final double[] nearness = column();

  final double[] pl = column();
  final double[] betal = column();

  /** {@code esinE / (1 + betal)}, and the inverses of nearness and pl. */
  final double[] share = column();

  final double[] perNearness = column();
  final double[] perPl = column();

  /** Argument of latitude without and with short periods. */
  final double[] sinU = column();

  final double[] cosU = column();
  final double[] sinSu = column();
  final double[] cosSu = column();

  /** Distance in Earth radii; node from the axis asked for; change of inclination. */
  final double[] radius = column();

  final double[] xnode = column();
  final double[] xinc = column();

  /** cos i · sin u. */
  final double[] level = column();

  /** Place, metres, and velocity, m/s. */
  final double[] xM = column();

  final double[] yM = column();
  final double[] zM = column();
  final double[] vxMps = column();
  final double[] vyMps = column();
  final double[] vzMps = column();

  /** Of whatever angle is at hand. */
  final double[] sin = column();

  final double[] cos = column();

  private Sgp4Block() {}

  static Sgp4Block take() {
    for (int k = 0; k < SPARE.length(); k++) {
      Sgp4Block found = SPARE.get(k) == null ? null : SPARE.getAndSet(k, null);
      if (found != null) {
        return found;
      }
    }
    return new Sgp4Block();
  }

  void giveBack() {
    for (int k = 0; k < SPARE.length(); k++) {
      if (SPARE.compareAndSet(k, null, this)) {
        return;
      }
    }
  }

  private static double[] column() {
    return new double[Sgp4Rows.SIZE];
  }
}
