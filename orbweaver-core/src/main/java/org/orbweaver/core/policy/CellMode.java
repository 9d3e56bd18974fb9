package org.orbweaver.core.policy;

/** Which cells of a grid stand for an area. */
public enum CellMode {
  /** Those whose centre is in the area: areas that only share a border share no cell. */
  CENTRE
}
