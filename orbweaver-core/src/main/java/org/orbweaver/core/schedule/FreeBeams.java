package org.orbweaver.core.schedule;

import java.util.Arrays;

/**
 * Which satellites that a group may use still have a beam for another cell. What has none left
 * never has again, so that lists only grow shorter. Layout: by region and by group the satellites
 * left when last asked, the first so many of an array.
 */
final class FreeBeams {
  private final TerminalBlocks blocks;
  private final Beams beams;
  private final BlockSky near;
  private final int[][] ofRegion;
  private final int[] sizeOfRegion;
  private final int[][] ofGroup;
  private final int[] sizeOfGroup;
  private final int[][] usable;
  private int[] offered = new int[64];

  FreeBeams(TerminalBlocks blocks, Beams beams, BlockSky near) {
    this.blocks = blocks;
    this.beams = beams;
    this.near = near;
    ofRegion = new int[blocks.regions()][];
    sizeOfRegion = new int[blocks.regions()];
    ofGroup = new int[blocks.groups()][];
    sizeOfGroup = new int[blocks.groups()];
    usable = new int[blocks.groups()][];
  }

  /** Offers what is left around a group; returns how many. */
  int offer(int group) {
    if (ofGroup[group] == null) {
      int region = blocks.regionOf(group);
      if (ofRegion[region] == null) {
        ofRegion[region] = near.around(region).clone();
        sizeOfRegion[region] = ofRegion[region].length;
      }
      sizeOfRegion[region] = shorten(ofRegion[region], sizeOfRegion[region]);
      near.moveToUsable(group, ofRegion[region], sizeOfRegion[region]);
      ofGroup[group] = Arrays.copyOf(near.satellites(), near.size());
      sizeOfGroup[group] = near.size();
    }
    int count = shorten(ofGroup[group], sizeOfGroup[group]);
    sizeOfGroup[group] = count;
    if (count >= offered.length) {
      offered = new int[2 * count];
    }
    System.arraycopy(ofGroup[group], 0, offered, 0, count);
    return count;
  }

  private int shorten(int[] satellites, int size) {
    int kept = 0;
    for (int k = 0; k < size; k++) {
      satellites[kept] = satellites[k];
      kept += beams.isFree(satellites[k]) ? 1 : 0;
    }
    return kept;
  }

  /** Offers one more; returns how many there are then. */
  int offerToo(int satellite, int count) {
    if (count == offered.length) {
      offered = Arrays.copyOf(offered, 2 * count);
    }
    offered[count] = satellite;
    return count + 1;
  }

  /** What is offered; the caller may change it. */
  int[] offered() {
    return offered;
  }

  /** All that a group may use, beams left or not; the array itself, only to be read. */
  int[] usable(int group) {
    if (usable[group] == null) {
      int[] around = near.around(blocks.regionOf(group));
      near.moveToUsable(group, around, around.length);
      usable[group] = Arrays.copyOf(near.satellites(), near.size());
    }
    return usable[group];
  }
}
