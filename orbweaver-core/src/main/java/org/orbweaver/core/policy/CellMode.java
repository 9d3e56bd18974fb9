package org.orbweaver.core.policy;

/** Which cells of a grid stand for an area. */
public enum CellMode {
  /** Those whose centre is in the area: cells of areas that share a border are then disjoint. */
  CENTRE,
  /** Those that lie in the area whole. */
  WHOLE,
  /** Those that have any part in the area. */
  OVERLAPPING
}
