package org.orbweaver.governance.ledger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.orbweaver.governance.ledger.TestLedger;

/** A process that appends until it is killed, and says what was acknowledged. */
final class Appender {
  private Appender() {}

  /** The entry at an index: eight bytes, and the index for as many more. */
  static byte[] entry(long index) {
    return ByteBuffer.allocate(8 + (int) (index % 50)).putLong(index).array();
  }

  public static void main(String[] args) throws IOException {
    Random random = new Random(Long.parseLong(args[1]));
    try (DurableLog log = DurableLog.open(FolderDisk.take(Path.of(args[0])), TestLedger.LOG)) {
      System.out.println(log.checkpoint().size());
      while (true) {
        long size = log.checkpoint().size();
        List<byte[]> entries = new ArrayList<>();
        for (int i = 1 + random.nextInt(random.nextInt(8) == 0 ? 600 : 5); i > 0; i--) {
          entries.add(entry(size++));
        }
        log.append(entries);
        System.out.println(size);
      }
    }
  }
}
