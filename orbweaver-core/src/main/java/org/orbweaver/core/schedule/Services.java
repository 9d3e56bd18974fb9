package org.orbweaver.core.schedule;

import java.util.Arrays;

/**
 * What serves terminals in a slot: a beam joined with a way to the ground, numbered as they come
 * up. Mostly one of a beam; more only where terminals of one cell have different home PoPs. Layout:
 * by service its beam, its way, its serving satellite, and the service of the same beam before it.
 */
public final class Services {
  private final Ways ways;
  private int[] beam = new int[1024];
  private int[] way = new int[1024];
  private int[] satellite = new int[1024];
  private int[] before = new int[1024];
  private int[] lastOfBeam = {};
  private int size;

  Services(Ways ways) {
    this.ways = ways;
  }

  /** The service of a beam over a way, which begins at the beam's satellite. */
  int of(int ofBeam, int overWay) {
    if (ofBeam >= lastOfBeam.length) {
      int had = lastOfBeam.length;
      lastOfBeam = Arrays.copyOf(lastOfBeam, Math.max(2 * had, ofBeam + 1024));
      Arrays.fill(lastOfBeam, had, lastOfBeam.length, -1);
    }
    int known = find(ofBeam, overWay);
    if (known >= 0) {
      return known;
    }
    if (size == beam.length) {
      beam = Arrays.copyOf(beam, 2 * size);
      way = Arrays.copyOf(way, 2 * size);
      satellite = Arrays.copyOf(satellite, 2 * size);
      before = Arrays.copyOf(before, 2 * size);
    }
    beam[size] = ofBeam;
    way[size] = overWay;
    satellite[size] = ways.satellite(overWay);
    before[size] = lastOfBeam[ofBeam];
    lastOfBeam[ofBeam] = size;
    return size++;
  }

  /** The service of a beam over a way, or -1. */
  int find(int ofBeam, int overWay) {
    int known = ofBeam < lastOfBeam.length ? lastOfBeam[ofBeam] : -1;
    while (known >= 0 && way[known] != overWay) {
      known = before[known];
    }
    return known;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  public int beam(int service) {
    return beam[service];
  }

  /** The number of the way from the satellite to the ground; see {@link #ways}. */
  public int way(int service) {
    return way[service];
  }

  public int satellite(int service) {
    return satellite[service];
  }

  public Ways ways() {
    return ways;
  }
}
