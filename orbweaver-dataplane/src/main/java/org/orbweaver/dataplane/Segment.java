package org.orbweaver.dataplane;

/**
 * Some bytes of a stream, or its end.
 *
 * @param data holds the bytes; never changed once it is here
 * @param length 0 at the end of the stream
 * @param timeNs network time at which they came
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Segment(byte[] data, int offset, int length, long timeNs) {
  /** What an entry costs beside its bytes, so that a flood of single bytes is counted as it is. */
  private static final int OVERHEAD = 64;

  boolean isEnd() {
    return length == 0;
  }

  int cost() {
    return length + OVERHEAD;
  }
}
