package org.orbweaver.core.graph;

import java.util.Arrays;
import org.orbweaver.core.link.InView;

/**
 * Where delay trees begin: for each source the satellites that it reaches itself, and how far they
 * are. Filled source by source, and again for another moment. Layout: compressed rows by source.
 */
public final class TreeSources {
  private int[] rowStart = new int[16];
  private int[] satellite = new int[64];
  private int[] ticks = new int[64];
  private int size;
  private int entries;

  /** The sites of a view, each with all that it sees. */
  public static TreeSources of(InView sites) {
    TreeSources sources = new TreeSources();
    for (int site = 0; site < sites.sites(); site++) {
      for (int k = sites.first(site); k < sites.end(site); k++) {
        sources.add(sites.satellite(k), Ticks.ofM(sites.rangeM(k)));
      }
      sources.close();
    }
    return sources;
  }

  /** Forgets all sources. */
  public void clear() {
    size = 0;
    entries = 0;
  }

  /** A satellite that the next source reaches itself, and how far it is. */
  public void add(int toSatellite, int lengthTicks) {
    if (entries == satellite.length) {
      satellite = Arrays.copyOf(satellite, 2 * entries);
      ticks = Arrays.copyOf(ticks, 2 * entries);
    }
    satellite[entries] = toSatellite;
    ticks[entries++] = lengthTicks;
  }

  /** Ends the next source; what is added then belongs to the one after it. */
  public void close() {
    if (size + 1 == rowStart.length) {
      rowStart = Arrays.copyOf(rowStart, 2 * rowStart.length);
    }
    rowStart[++size] = entries;
  }

  public int size() {
    return size;
  }

  /** First entry of a source. */
  public int first(int source) {
    return rowStart[source];
  }

  /** One past the last entry of a source. */
  public int end(int source) {
    return rowStart[source + 1];
  }

  /** The satellite of an entry. */
  public int satellite(int entry) {
    return satellite[entry];
  }

  /** How far the satellite of an entry is. */
  public int ticks(int entry) {
    return ticks[entry];
  }

  /** How far a satellite is that the source reaches itself; else unreachable. */
  public int direct(int source, int toSatellite) {
    int least = Ticks.UNREACHABLE;
    for (int k = rowStart[source]; k < rowStart[source + 1]; k++) {
      if (satellite[k] == toSatellite) {
        least = Math.min(least, ticks[k]);
      }
    }
    return least;
  }

  /** By entry; the array itself, only to be read. */
  int[] satellites() {
    return satellite;
  }

  int[] lengths() {
    return ticks;
  }
}
