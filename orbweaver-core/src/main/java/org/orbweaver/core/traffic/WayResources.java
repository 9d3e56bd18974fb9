package org.orbweaver.core.traffic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.orbweaver.core.schedule.Ways;

/**
 * What the ways of a slot pass: a satellite, lasers, a feeder link, a gateway. Numbered as they are
 * met, way after way, for both directions of traffic alike. Layout: compressed rows by way; by
 * resource its kind and what it is: a satellite or gateway, or the two ends of a link.
 */
public final class WayResources {
  static final byte SATELLITE = 0;
  static final byte LASER = 1;
  static final byte FEEDER = 2;
  static final byte GATEWAY = 3;

  private final int[] rowStart;
  private final int[] resource;
  private final byte[] kind;
  private final int[] from;
  private final int[] to;

  public WayResources(Ways ways) {
    rowStart = new int[ways.size() + 1];
    for (int w = 0; w < ways.size(); w++) {
      rowStart[w + 1] = rowStart[w] + ways.hops(w) + 3;
    }
    resource = new int[rowStart[ways.size()]];
    Numbers numbers = new Numbers();
    for (int w = 0; w < ways.size(); w++) {
      int at = rowStart[w];
      resource[at++] = numbers.of(SATELLITE, ways.satellite(w), 0);
      for (int k = 0; k < ways.hops(w); k++) {
        resource[at++] = numbers.of(LASER, ways.satellite(w, k), ways.satellite(w, k + 1));
      }
      resource[at++] = numbers.of(FEEDER, ways.exitSatellite(w), ways.gateway(w));
      resource[at] = numbers.of(GATEWAY, ways.gateway(w), 0);
    }
    kind = Arrays.copyOf(numbers.kind, numbers.known.size());
    from = Arrays.copyOf(numbers.from, kind.length);
    to = Arrays.copyOf(numbers.to, kind.length);
  }

  /** First entry of a way. */
  int first(int way) {
    return rowStart[way];
  }

  /** One past the last entry of a way. */
  int end(int way) {
    return rowStart[way + 1];
  }

  /** The resource of an entry. */
  int resource(int entry) {
    return resource[entry];
  }

  int size() {
    return kind.length;
  }

  byte kind(int ofResource) {
    return kind[ofResource];
  }

  /** The satellite or gateway that it is, or the satellite at which a link begins. */
  int from(int ofResource) {
    return from[ofResource];
  }

  /** The satellite or gateway at which a link ends. */
  int to(int ofResource) {
    return to[ofResource];
  }

  /** Numbers resources as they are met. */
  private static final class Numbers {
    private final Map<Long, Integer> known = new HashMap<>();
    private byte[] kind = new byte[1024];
    private int[] from = new int[1024];
    private int[] to = new int[1024];

    int of(byte newKind, int a, int b) {
      // A satellite or gateway index is below 2^30, so that the kind fits above.
      long key = ((long) newKind << 30 | a) << 30 | b;
      int next = known.size();
      int number = known.computeIfAbsent(key, absent -> next);
      if (number == next) {
        if (next == kind.length) {
          kind = Arrays.copyOf(kind, 2 * next);
          from = Arrays.copyOf(from, 2 * next);
          to = Arrays.copyOf(to, 2 * next);
        }
        kind[next] = newKind;
        from[next] = a;
        to[next] = b;
      }
      return number;
    }
  }
}
