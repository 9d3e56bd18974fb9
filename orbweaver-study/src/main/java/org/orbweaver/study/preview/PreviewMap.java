package org.orbweaver.study.preview;

import java.util.List;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.governance.preview.ImpactPreview;

/**
 * What is drawn of a preview: areas, gateways, and rectangles that each hold enough lines to hide
 * one. Terminals that move stand where they are at the start.
 *
 * @param outlines areas, that of the decision among them
 * @param cells lines, counted
 * @param gateways where they are
 * @param threshold below which a count shows only that it is below
 */
public record PreviewMap(
    List<MapOutline> outlines, List<MapCell> cells, List<MapGateway> gateways, int threshold) {
  /** A gateway's place, degrees. */
  record MapGateway(String name, double latDeg, double lonDeg) {}

  public PreviewMap {
    outlines = List.copyOf(outlines);
    cells = List.copyOf(cells);
    gateways = List.copyOf(gateways);
  }

  static List<MapGateway> gateways(Network network) {
    return java.util.stream.IntStream.range(0, network.gateways().size())
        .mapToObj(network::gatewaySpec)
        .map(spec -> new MapGateway(spec.name(), spec.latDeg(), spec.lonDeg()))
        .toList();
  }

  /** The map as a picture that refers to nothing outside itself. */
  public String svg(ImpactPreview preview) {
    return PreviewSvg.of(this, preview);
  }

  /** The map as GeoJSON (RFC 7946). */
  public String geoJson() {
    return PreviewGeoJson.of(this);
  }
}
