package org.orbweaver.app.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * A file of entries that is whole whenever writing ends, if only by a full disk: what was written
 * of an entry that found no room is taken away again.
 */
final class RecordFile implements AutoCloseable {
  private static final int ROOM = 1 << 18;

  private final SeekableByteChannel file;
  private final ByteBuffer waiting = ByteBuffer.allocate(ROOM);
  private final long mostBytes;
  private long wholeBytes;

  /**
   * @param file as it is, until {@link #begin}
   * @param mostBytes after which it takes no more
   */
  RecordFile(SeekableByteChannel file, long mostBytes) {
    this.file = file;
    this.mostBytes = mostBytes;
  }

  /** Empties it, and writes what it begins with. */
  void begin(ByteBuffer first) throws IOException {
    file.truncate(0);
    waiting.put(first);
    flush();
  }

  /**
   * Takes an entry.
   *
   * @return false where the file has its size: the entry is not in it
   */
  boolean add(ByteBuffer entry) throws IOException {
    if (bytes() + entry.remaining() > mostBytes) {
      return false;
    }
    if (entry.remaining() > waiting.remaining()) {
      flush();
    }
    waiting.put(entry);
    return true;
  }

  long bytes() {
    return wholeBytes + waiting.position();
  }

  /** Writes all that waits, or nothing. */
  void flush() throws IOException {
    waiting.flip();
    try {
      while (waiting.hasRemaining()) {
        file.write(waiting);
      }
      wholeBytes += waiting.limit();
    } catch (IOException e) {
      cutBack();
      throw e;
    } finally {
      waiting.clear();
    }
  }

  private void cutBack() {
    try {
      file.truncate(wholeBytes);
    } catch (IOException e) {
      // Not a file that can be cut; what is written of it ends within an entry.
    }
  }

  @Override
  public void close() throws IOException {
    try (file) {
      flush();
    }
  }
}
