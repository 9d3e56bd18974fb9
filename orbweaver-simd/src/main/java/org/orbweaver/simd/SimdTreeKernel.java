package org.orbweaver.simd;

import java.util.concurrent.atomic.AtomicBoolean;
import org.orbweaver.core.graph.TreeKernel;
import org.orbweaver.core.graph.TreeRows;

/**
 * Delay trees on the Vector API, as many side by side as a vector has lanes. This class names no
 * type of the incubator module, so that it loads where that is absent, and says that it is.
 */
public final class SimdTreeKernel implements TreeKernel {
  private static final AtomicBoolean SOUND =
      new AtomicBoolean(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());

  @Override
  public boolean isSound() {
    return SOUND.get();
  }

  /** For good: the plain kernel takes over at the next moment. */
  static void giveUp() {
    SOUND.set(false);
  }

  @Override
  public int lanes(int sources) {
    return SimdTreeRows.LANES;
  }

  @Override
  public TreeRows rows(int places, int lanes) {
    return new SimdTreeRows(places);
  }
}
