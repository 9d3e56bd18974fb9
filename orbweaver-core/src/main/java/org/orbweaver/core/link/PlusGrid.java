package org.orbweaver.core.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The +Grid of laser links in a regular shell: each satellite to its neighbours fore and aft in its
 * plane and to one satellite in each neighbouring plane (Bhattacherjee and Singla, CoNEXT 2019,
 * section 3). The satellite with index {@code firstSatellite + plane * perPlane + slot} sits in
 * that plane and slot.
 *
 * @param firstSatellite index of plane 0, slot 0
 * @param planes number of planes
 * @param perPlane satellites in each plane
 * @param shift slot index added when a link crosses to the next plane
 * @param wrap whether the last plane is linked to the first
 * @param wrapShift slot index added beside {@code shift} from the last plane to the first
 * @param maxRangeM longest link, metres
 * @param minAltitudeM lowest height above the ground that a link may pass, metres
 */
public record PlusGrid(
    int firstSatellite,
    int planes,
    int perPlane,
    int shift,
    boolean wrap,
    int wrapShift,
    double maxRangeM,
    double minAltitudeM)
    implements LaserPattern {

  /**
   * Every link of the pattern once, whatever its length. Where two planes or two slots are all that
   * there is, the pattern's two neighbours are one satellite and the link is named once.
   */
  @Override
  public void forEachLink(PairConsumer consumer) {
    for (int plane = 0; plane < planes; plane++) {
      for (int slot = 0; slot < perPlane; slot++) {
        int here = satellite(plane, slot);
        if (perPlane > 2 || (perPlane == 2 && slot == 0)) {
          consumer.accept(here, satellite(plane, slot + 1));
        }
        if (plane + 1 < planes) {
          consumer.accept(here, satellite(plane + 1, slot + shift));
        } else if (wrap && planes > 2) {
          consumer.accept(here, satellite(0, slot + shift + wrapShift));
        }
      }
    }
  }

  @Override
  public List<int[]> rows() {
    List<int[]> rows = new ArrayList<>(planes);
    for (int plane = 0; plane < planes; plane++) {
      int[] row = new int[perPlane];
      int first = satellite(plane, 0);
      Arrays.setAll(row, slot -> first + slot);
      rows.add(row);
    }
    return rows;
  }

  private int satellite(int plane, int slot) {
    return firstSatellite + plane * perPlane + Math.floorMod(slot, perPlane);
  }
}
