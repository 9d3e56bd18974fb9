package org.orbweaver.governance.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.governance.ledger.TestLedger.LOG;
import static org.orbweaver.governance.ledger.TestLedger.POLICY;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.TileReader;
import org.orbweaver.governance.ledger.audit.Audit;
import org.orbweaver.governance.ledger.audit.Auditor;
import org.orbweaver.governance.ledger.audit.EntryCheck;
import org.orbweaver.governance.signing.SignedNote;

/**
 * Power cuts, kills and full disks at any operation, again and again on one ledger. Nothing that
 * was acknowledged is lost, nothing that anyone could have seen is taken back, and what is there is
 * whole. A failure names its seed.
 */
class B01_PowerCutTest {
  private static final int RUNS =
      Integer.getInteger("orbweaver.cuts", Boolean.getBoolean("orbweaver.full") ? 1_000 : 150);

  /** One ledger's life. */
  private static final class Life {
    private final Random random;
    private SimulatedDisk disk;
    private final List<byte[]> acknowledged = new ArrayList<>();
    private List<byte[]> attempted = List.of();
    private int written;

    Life(long seed) {
      random = new Random(seed);
      disk = new SimulatedDisk(random);
    }

    byte[] entry() {
      return ByteBuffer.allocate(4 + random.nextInt(5)).putInt(written++).array();
    }

    void live() throws IOException {
      DurableLog.create(disk, LOG);
      for (int era = 0; era < 6; era++) {
        era();
      }
    }

    private void era() throws IOException {
      disk.cutAfter(random.nextInt(80));
      try {
        DurableLog log = DurableLog.open(disk, LOG);
        recount(log);
        while (true) {
          append(log);
        }
      } catch (SimulatedDisk.PowerCut e) {
        byte[] seen = Objects.requireNonNull(disk.read("checkpoint"));
        disk = random.nextBoolean() ? disk.afterPowerCut() : disk.afterKill();
        check(seen);
      }
    }

    private void append(DurableLog log) throws IOException {
      int count = random.nextInt(4) == 0 ? 1 + random.nextInt(400) : 1 + random.nextInt(3);
      attempted = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        attempted.add(entry());
      }
      disk.setFull(random.nextInt(5) == 0);
      try {
        log.append(attempted);
        acknowledged.addAll(attempted);
        attempted = List.of();
      } catch (UnknownOutcomeException e) {
        throw new SimulatedDisk.PowerCut();
      } catch (IOException e) {
        // A full disk: none of them is part of the ledger, and the ledger goes on.
        attempted = List.of();
        assertThat(log.checkpoint().size()).isEqualTo(acknowledged.size());
      } finally {
        disk.setFull(false);
      }
    }

    /** After a restart: what was under way is there as a whole or not at all. */
    private void recount(DurableLog log) {
      long size = log.checkpoint().size();
      if (size == acknowledged.size() + attempted.size()) {
        acknowledged.addAll(attempted);
      }
      attempted = List.of();
      assertThat(size).isEqualTo(acknowledged.size());
    }

    private void check(byte[] seenBefore) throws IOException {
      disk.cutAfter(Long.MAX_VALUE);
      DurableLog log = DurableLog.open(disk, LOG);
      recount(log);
      Audit audit = new Auditor(disk, POLICY, EntryCheck.ANY).audit(SignedNote.parse(seenBefore));
      assertThat(audit.fault()).isNull();
      assertThat(new Auditor(disk, POLICY, EntryCheck.ANY).audit().fault()).isNull();
      assertThat(Checkpoint.parse(SignedNote.parse(seenBefore).text()).size())
          .isLessThanOrEqualTo(acknowledged.size());
      TileReader tiles = new TileReader(disk, acknowledged.size());
      for (int i = 0; i < acknowledged.size(); i += 1 + i / 8) {
        assertThat(Arrays.equals(tiles.entry(i), acknowledged.get(i))).isTrue();
      }
    }
  }

  @Test
  void nothingAcknowledgedIsLostAndNothingSeenIsTakenBack() {
    for (long seed = 0; seed < RUNS; seed++) {
      try {
        new Life(seed).live();
      } catch (IOException | RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  @Test
  void everyOperationOfOneAppendMayBeTheLast() throws IOException {
    for (int first = 250; first <= 260; first += 5) {
      for (int cut = 0; cut < 60; cut++) {
        SimulatedDisk disk = new SimulatedDisk(new Random(cut));
        DurableLog.create(disk, LOG);
        DurableLog log = DurableLog.open(disk, LOG);
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < first; i++) {
          entries.add(new byte[] {(byte) i});
        }
        log.append(entries);
        disk.cutAfter(cut);
        boolean done = false;
        try {
          log.append(entries);
          done = true;
        } catch (SimulatedDisk.PowerCut e) {
          // As was asked for.
        }
        SimulatedDisk after = disk.afterPowerCut();
        long size = DurableLog.open(after, LOG).checkpoint().size();
        assertThat(size).isIn((long) first, 2L * first);
        if (done) {
          assertThat(size).isEqualTo(2L * first);
        }
        assertThat(new Auditor(after, POLICY, EntryCheck.ANY).audit().fault()).isNull();
      }
    }
  }
}
