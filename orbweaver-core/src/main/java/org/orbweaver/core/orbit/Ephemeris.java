package org.orbweaver.core.orbit;

import java.util.List;

/** Positions of a fixed list of satellites at any instant. Immutable and safe for any thread. */
public final class Ephemeris {
  private final List<MeanElements> elements;

  private Ephemeris(List<MeanElements> elements) {
    this.elements = List.copyOf(elements);
  }

  /** Prepares propagation of every element set; the index in the list is the satellite's index. */
  public static Ephemeris of(List<MeanElements> elements) {
    return new Ephemeris(elements);
  }

  public int size() {
    return elements.size();
  }

  public MeanElements elements(int satellite) {
    return elements.get(satellite);
  }

  /** All positions at an instant (UTC, nanoseconds since the Unix epoch). */
  public Snapshot at(long unixNs) {
    throw new UnsupportedOperationException("being written");
  }
}
