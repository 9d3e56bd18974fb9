package org.orbweaver.dataplane;

/** One program's way through a forwarded port for datagrams. */
interface UdpLeg extends AutoCloseable {
  /** Sends a datagram of the program; the array belongs to the leg from here. */
  void send(byte[] data);

  @Override
  void close();
}
