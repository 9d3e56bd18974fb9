package org.orbweaver.governance.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.orbweaver.governance.ledger.store.DurableLog;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.SignerKey;

/** A small ledger of envelopes in a folder, and the keys that belong to it. */
public final class TestLedger {
  /** Made once, because the JDK takes long for a key and longer for a signature. */
  private static final Map<String, SignerKey> KEYS = new ConcurrentHashMap<>();

  private static final Map<Long, byte[]> ENTRIES = new ConcurrentHashMap<>();

  public static final SignerKey LOG = key("log.example", KeyType.ED25519, 1);
  public static final SignerKey PERSON = key("approver-1", KeyType.ED25519, 7);
  public static final TrustPolicy POLICY = TrustPolicy.unwitnessed(LOG.verifier());

  private TestLedger() {}

  /** The same key for the same seed. */
  public static SignerKey key(String name, KeyType type, int seed) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) seed;
    return KEYS.computeIfAbsent(
        name + " " + type + " " + bytes[0], k -> SignerKey.ofSeed(name, type, bytes));
  }

  /** The entry at an index. */
  public static byte[] entry(long index) {
    return ENTRIES.computeIfAbsent(index, TestLedger::signed).clone();
  }

  private static byte[] signed(long index) {
    byte[] payload = ("decision " + index).getBytes(StandardCharsets.UTF_8);
    return Envelope.sign("text/plain", payload, PERSON).bytes();
  }

  /** Makes a ledger of so many entries. */
  public static void write(Path folder, int entries) throws IOException {
    try (FolderDisk disk = FolderDisk.take(folder)) {
      DurableLog.create(disk, LOG);
    }
    append(folder, 0, entries);
  }

  /** Appends the entries up to an index. */
  public static void append(Path folder, int from, int to) throws IOException {
    if (from == to) {
      return;
    }
    List<byte[]> entries = new ArrayList<>();
    for (int i = from; i < to; i++) {
      entries.add(entry(i));
    }
    try (DurableLog log = DurableLog.open(FolderDisk.take(folder), LOG)) {
      log.append(entries);
    }
  }
}
