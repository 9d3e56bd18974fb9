package org.orbweaver.core.orbit;

/**
 * The {@link Sgp4Rows} of a list of satellites, {@value Sgp4Rows#SIZE} to a block. A satellite that
 * was not put in has no position.
 */
final class Sgp4Table {
  private final int size;
  private final Sgp4Rows[] blocks;

  Sgp4Table(int size) {
    this.size = size;
    blocks = new Sgp4Rows[Math.ceilDiv(size, Sgp4Rows.SIZE)];
    for (int block = 0; block < blocks.length; block++) {
      blocks[block] = new Sgp4Rows();
    }
  }

  int size() {
    return size;
  }

  int blocks() {
    return blocks.length;
  }

  Sgp4Rows block(int block) {
    return blocks[block];
  }

  void put(int satellite, MeanElements elements) {
    Sgp4Init.fill(blocks[satellite / Sgp4Rows.SIZE], satellite % Sgp4Rows.SIZE, elements);
  }
}
