package org.orbweaver.core.graph;

/** Makes trees in plain Java. */
final class PlainTreeKernel implements TreeKernel {
  static final TreeKernel INSTANCE = new PlainTreeKernel();

  /** Longer rows lose more to trees that lie apart than they gain at their ends. */
  private static final int MOST_LANES = 160;

  /** What is left over of the widest vectors runs lane by lane. */
  private static final int VECTOR = 16;

  private PlainTreeKernel() {}

  @Override
  public boolean isSound() {
    return true;
  }

  @Override
  public int lanes(int sources) {
    int even = Math.ceilDiv(sources, Math.max(1, Math.ceilDiv(sources, MOST_LANES)));
    return Math.ceilDiv(even, VECTOR) * VECTOR;
  }

  @Override
  public TreeRows rows(int places, int lanes) {
    return new PlainTreeRows(places, lanes);
  }
}
