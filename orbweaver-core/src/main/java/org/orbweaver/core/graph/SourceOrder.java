package org.orbweaver.core.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.orbweaver.core.geometry.SiteTable;

/**
 * In which order sources share {@link TreeRows}: the nearer those are that grow side by side, the
 * fewer rows have to be passed for one of them alone. What the trees come out as does not depend on
 * it.
 */
public final class SourceOrder {
  /** As many as the widest vectors hold. */
  private static final int GROUP = 16;

  private SourceOrder() {}

  /** The sources in the order in which they are numbered. */
  public static int[] asNumbered(int sources) {
    return IntStream.range(0, sources).toArray();
  }

  /** Sites in groups of neighbours: from the westernmost one left, those nearest to it. */
  public static int[] byPlace(SiteTable sites) {
    Integer[] left = IntStream.range(0, sites.size()).boxed().toArray(Integer[]::new);
    int[] order = new int[sites.size()];
    for (int done = 0; done < order.length; done += GROUP) {
      Arrays.sort(
          left, done, left.length, Comparator.comparingDouble(s -> sites.point(s).lonRad()));
      int seed = left[done];
      Arrays.sort(
          left,
          done,
          left.length,
          Comparator.comparingDouble(
              s -> sites.rangeM(s, sites.xM(seed), sites.yM(seed), sites.zM(seed))));
      for (int k = done; k < Math.min(done + GROUP, order.length); k++) {
        order[k] = left[k];
      }
    }
    return order;
  }
}
