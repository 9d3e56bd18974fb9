package org.orbweaver.app.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file on a disk with little room: what fits of a write is written, then there is no more. */
record SmallDisk(SeekableByteChannel file, int room) implements SeekableByteChannel {
  @Override
  public int write(ByteBuffer bytes) throws IOException {
    long left = room - file.position();
    if (left <= 0) {
      throw new IOException("No space left on device");
    }
    int limit = bytes.limit();
    bytes.limit((int) Math.min(limit, bytes.position() + left));
    int written = file.write(bytes);
    bytes.limit(limit);
    return written;
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    file.truncate(size);
    return this;
  }

  @Override
  public int read(ByteBuffer bytes) throws IOException {
    return file.read(bytes);
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  public SeekableByteChannel position(long to) throws IOException {
    file.position(to);
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
