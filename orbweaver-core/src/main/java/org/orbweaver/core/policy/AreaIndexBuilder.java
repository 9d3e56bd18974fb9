package org.orbweaver.core.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Cuts the map into boxes until few borders cross each. */
final class AreaIndexBuilder {
  /** So many edges in a box are asked faster than boxes within it are. */
  private static final int FEW_EDGES = 8;

  /** Boxes are no smaller than a turn halved as often: 1.2 km at the equator. */
  private static final int MOST_CUTS = 15;

  private final List<AreaShape.Polygon> polygons = new ArrayList<>();
  private final IntList areaOf = new IntList();
  private final IntList turnsOf = new IntList();
  private final IntList children = new IntList();
  private final IntList firstWhole = new IntList();
  private final IntList whole = new IntList();
  private final IntList firstCrossed = new IntList();
  private final IntList crossed = new IntList();
  private int most;

  /** A polygon and those of its edges that have a part in a box. */
  private record Piece(int polygon, AreaRing[] rings, int[] edges) {}

  /** A box whose pieces are known, to be cut or not. */
  private record Box(BoxCut cut, List<Piece> pieces, int[] covering, int above, int depth) {}

  AreaIndexBuilder(List<ServiceArea> areas) {
    for (int a = 0; a < areas.size(); a++) {
      for (AreaShape.Polygon polygon : areas.get(a).shape().polygons()) {
        for (int turns = -1; turns <= 1; turns++) {
          long shift = turns * Nanodegrees.TURN;
          if (polygon.outer().eastNd() - shift >= -Nanodegrees.HALF_TURN
              && polygon.outer().westNd() - shift <= Nanodegrees.HALF_TURN) {
            polygons.add(polygon);
            areaOf.add(a);
            turnsOf.add(turns);
          }
        }
      }
    }
  }

  AreaIndex build() {
    List<Piece> all = new ArrayList<>();
    for (int p = 0; p < polygons.size(); p++) {
      all.add(pieceOf(p));
    }
    // First made, first cut: boxes are numbered in the order in which they leave the queue.
    Deque<Box> open = new ArrayDeque<>();
    open.add(box(BoxCut.WORLD, all, 0, 0));
    int made = 1;
    while (!open.isEmpty()) {
      Box box = open.remove();
      firstWhole.add(whole.size());
      firstCrossed.add(crossed.size());
      for (int area : box.covering()) {
        whole.add(area);
      }
      int edges = box.pieces().stream().mapToInt(piece -> piece.edges().length / 2).sum();
      int above = box.above() + box.covering().length;
      if (edges <= FEW_EDGES || box.depth() == MOST_CUTS) {
        children.add(0);
        box.pieces().forEach(piece -> crossed.add(piece.polygon()));
        most = Math.max(most, above + box.pieces().size());
      } else {
        children.add(made);
        made += 4;
        for (int quarter = 0; quarter < 4; quarter++) {
          open.add(box(box.cut().quarter(quarter), box.pieces(), above, box.depth() + 1));
        }
      }
    }
    firstWhole.add(whole.size());
    firstCrossed.add(crossed.size());
    byte[] turns = new byte[turnsOf.size()];
    for (int p = 0; p < turns.length; p++) {
      turns[p] = (byte) turnsOf.get(p);
    }
    return new AreaIndex(
        children.toArray(),
        firstWhole.toArray(),
        whole.toArray(),
        firstCrossed.toArray(),
        crossed.toArray(),
        polygons.toArray(AreaShape.Polygon[]::new),
        areaOf.toArray(),
        turns,
        most);
  }

  private Piece pieceOf(int polygon) {
    AreaShape.Polygon of = polygons.get(polygon);
    AreaRing[] rings = new AreaRing[1 + of.holes().size()];
    IntList edges = new IntList();
    for (int r = 0; r < rings.length; r++) {
      rings[r] = r == 0 ? of.outer() : of.holes().get(r - 1);
      for (int e = 0; e < rings[r].size(); e++) {
        edges.add(r);
        edges.add(e);
      }
    }
    return new Piece(polygon, rings, edges.toArray());
  }

  /** What of some pieces is in a box: those that cross it, and the areas that cover it. */
  private Box box(BoxCut cut, List<Piece> from, int above, int depth) {
    List<Piece> crossing = new ArrayList<>();
    IntList covering = new IntList();
    for (Piece piece : from) {
      long shift = turnsOf.get(piece.polygon()) * Nanodegrees.TURN;
      int[] kept = new int[piece.edges().length];
      int count = 0;
      for (int k = 0; k < kept.length; k += 2) {
        AreaRing ring = piece.rings()[piece.edges()[k]];
        if (cut.touches(ring, piece.edges()[k + 1], shift)) {
          kept[count++] = piece.edges()[k];
          kept[count++] = piece.edges()[k + 1];
        }
      }
      if (count > 0) {
        crossing.add(new Piece(piece.polygon(), piece.rings(), Arrays.copyOf(kept, count)));
      } else if (polygons.get(piece.polygon()).contains(cut.southNd(), cut.westNd() + shift)) {
        covering.add(areaOf.get(piece.polygon()));
      }
    }
    return new Box(cut, crossing, covering.toArray(), above, depth);
  }
}
