package org.orbweaver.core.link;

import org.orbweaver.core.geometry.SkyIndex;

/**
 * Which links exist at a moment. Those of terminals are found terminal by terminal in the sky: a
 * million of them have forty million satellites in view.
 *
 * @param sky the satellites by place
 * @param gateways the satellites that each gateway has in view
 * @param lasers the links between satellites
 */
public record Topology(SkyIndex sky, InView gateways, LaserLinks lasers) {
  /** What is left of the links; the sky must be that of a masked snapshot already. */
  public Topology without(Outages outages) {
    return outages.isEmpty()
        ? this
        : new Topology(sky, outages.mask(gateways), outages.mask(lasers));
  }
}
