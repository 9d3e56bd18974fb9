package org.orbweaver.core.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Service areas by dense index, the smallest first, so that of two areas the one with the lower
 * index has the stronger word. Immutable; the index of places is made when it is first asked for.
 */
public final class AreaTable {
  /** No areas. */
  public static final AreaTable EMPTY = new AreaTable(List.of());

  private final List<ServiceArea> areas;
  private final Map<String, Integer> indexById;

  /** By area the indices of its ancestors, ascending. */
  private final int[][] ancestors;

  private volatile @Nullable AreaIndex places;

  /** An area with what orders it. */
  private record Sized(ServiceArea area, long areaM2, int depth) {}

  /**
   * @throws IllegalArgumentException where an id is given twice, or a parent is not among the
   *     areas, is a part of its own parts, or is smaller than its part
   */
  public AreaTable(List<ServiceArea> areas) {
    Map<String, ServiceArea> byId = HashMap.newHashMap(areas.size());
    for (ServiceArea area : areas) {
      if (byId.put(area.id(), area) != null) {
        throw new IllegalArgumentException("two areas are called " + area.id());
      }
    }
    this.areas =
        areas.stream()
            .map(area -> new Sized(area, area.shape().areaM2(), depth(area, byId)))
            .sorted(
                Comparator.comparingLong(Sized::areaM2)
                    .thenComparing(Comparator.comparingInt(Sized::depth).reversed())
                    .thenComparing(sized -> sized.area().id()))
            .map(Sized::area)
            .toList();
    indexById = HashMap.newHashMap(areas.size());
    for (ServiceArea area : this.areas) {
      indexById.put(area.id(), indexById.size());
    }
    ancestors = new int[areas.size()][];
    for (int a = 0; a < ancestors.length; a++) {
      ancestors[a] = ancestorsOf(a);
    }
  }

  private static int depth(ServiceArea area, Map<String, ServiceArea> byId) {
    int depth = 0;
    for (String parent = area.parent(); parent != null; depth++) {
      ServiceArea next = byId.get(parent);
      if (next == null) {
        throw new IllegalArgumentException(
            "the parent of area " + area.id() + " is " + parent + ", which is no area");
      }
      if (depth == byId.size()) {
        throw new IllegalArgumentException("area " + area.id() + " is a part of its own part");
      }
      parent = next.parent();
    }
    return depth;
  }

  private int[] ancestorsOf(int area) {
    List<Integer> found = new ArrayList<>();
    String parent = areas.get(area).parent();
    for (int below = area; parent != null; parent = areas.get(below).parent()) {
      int above = indexById.getOrDefault(parent, -1);
      if (above < below) {
        throw new IllegalArgumentException(
            "area " + parent + " is smaller than its part " + areas.get(below).id());
      }
      found.add(above);
      below = above;
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  public int size() {
    return areas.size();
  }

  public ServiceArea area(int index) {
    return areas.get(index);
  }

  /** The index of an id, or -1. */
  public int indexOf(String id) {
    return indexById.getOrDefault(id, -1);
  }

  /** The areas that a place is in, ancestors not added, ascending; in {@link Nanodegrees}. */
  public int[] at(long latNd, long lonNd) {
    AreaIndex index = places();
    int[] found = new int[index.most()];
    return Arrays.copyOf(found, index.find(latNd, lonNd, found));
  }

  /** The index of places. */
  public AreaIndex places() {
    AreaIndex index = places;
    if (index == null) {
      // Two threads may both make it; either one will do.
      index = new AreaIndexBuilder(areas).build();
      places = index;
    }
    return index;
  }

  /** Areas and all their ancestors, ascending, each once. */
  int[] withAncestors(int[] within) {
    int[] all = within;
    for (int area : within) {
      for (int above : ancestors[area]) {
        if (Arrays.binarySearch(all, above) < 0) {
          all = Arrays.copyOf(all, all.length + 1);
          all[all.length - 1] = above;
          Arrays.sort(all);
        }
      }
    }
    return all;
  }
}
