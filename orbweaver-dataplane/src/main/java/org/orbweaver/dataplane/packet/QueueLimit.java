package org.orbweaver.dataplane.packet;

/**
 * How much a queue holds. An empty queue takes any packet.
 *
 * @param bytes at most
 * @param packets at most
 */
record QueueLimit(long bytes, int packets) {
  boolean hasRoom(long heldBytes, int heldPackets, int length) {
    return heldPackets == 0 || (heldPackets < packets && heldBytes + length <= bytes);
  }
}
