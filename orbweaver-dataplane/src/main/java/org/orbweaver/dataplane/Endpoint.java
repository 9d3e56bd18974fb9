package org.orbweaver.dataplane;

import java.io.IOException;

/** One end of a connection: a socket, or a service inside. One thread reads, one writes. */
interface Endpoint {
  /** As {@link java.io.InputStream#read(byte[], int, int)}. */
  int read(byte[] into, int offset, int length) throws IOException;

  /** Bytes that can be read without waiting. */
  int available() throws IOException;

  /** Writes all of them, waiting while the receiver is slow. */
  void write(byte[] from, int offset, int length) throws IOException;

  /** Says that nothing more will be written (TCP: FIN). */
  void endOutput() throws IOException;

  /** Breaks off, so that the far side sees a reset. Never fails; wakes both threads. */
  void abort();

  /** Closes after both directions have ended. Never fails. */
  void close();
}
