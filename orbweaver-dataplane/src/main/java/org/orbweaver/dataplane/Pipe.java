package org.orbweaver.dataplane;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Bytes from one thread to another, one way; bounded, and without memory while it is empty. */
final class Pipe {
  private static final int CAPACITY_BYTES = 65_536;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<byte[]> chunks = new ArrayDeque<>(4);
  private int headOffset;
  private int size;
  private boolean ended;
  private boolean broken;

  /** Reads; waits for the first byte no longer than a time, or without limit where that is 0. */
  int read(byte[] into, int offset, int length, long timeoutNs) throws IOException {
    lock.lock();
    try {
      long leftNs = timeoutNs;
      while (size == 0 && !ended && !broken) {
        if (timeoutNs == 0) {
          changed.awaitUninterruptibly();
        } else if ((leftNs = changed.awaitNanos(leftNs)) <= 0 && size == 0 && !ended) {
          throw new SocketTimeoutException("nothing came in time");
        }
      }
      failIfBroken();
      return size == 0 ? -1 : take(into, offset, length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  private int take(byte[] into, int offset, int length) {
    int done = 0;
    while (done < length && size > 0) {
      byte[] head = chunks.element();
      int n = Math.min(length - done, head.length - headOffset);
      System.arraycopy(head, headOffset, into, offset + done, n);
      done += n;
      headOffset += n;
      size -= n;
      if (headOffset == head.length) {
        chunks.remove();
        headOffset = 0;
      }
    }
    changed.signalAll();
    return done;
  }

  int available() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  void write(byte[] from, int offset, int length) throws IOException {
    lock.lock();
    try {
      int done = 0;
      while (done < length) {
        while (size >= CAPACITY_BYTES && !broken) {
          changed.awaitUninterruptibly();
        }
        failIfBroken();
        int n = Math.min(length - done, CAPACITY_BYTES - size);
        chunks.add(Arrays.copyOfRange(from, offset + done, offset + done + n));
        size += n;
        done += n;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** No more bytes follow those that are in it. */
  void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Drops everything; both sides fail from now on. */
  void breakOff() {
    lock.lock();
    try {
      broken = true;
      chunks.clear();
      size = 0;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void failIfBroken() throws IOException {
    if (broken) {
      throw new IOException("connection reset");
    }
  }
}
