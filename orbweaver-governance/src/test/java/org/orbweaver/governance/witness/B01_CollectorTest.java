package org.orbweaver.governance.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.governance.ledger.TestLedger.LOG;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.LedgerFolder;
import org.orbweaver.governance.ledger.LogBeforeAct;
import org.orbweaver.governance.ledger.PolicyReader;
import org.orbweaver.governance.ledger.ProofFile;
import org.orbweaver.governance.ledger.TestLedger;
import org.orbweaver.governance.ledger.TileReader;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.store.DurableLog;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.merkle.ProofMaker;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.witness.CosignatureCollector.Collected;

/** A log, three witnesses, a quorum of two; and what may be done by what they saw. */
class B01_CollectorTest {
  private static final long NOW_S = 1_800_000_000;

  @TempDir private Path folder = Path.of("");
  private final Map<String, Witness> witnesses = new HashMap<>();
  private final List<FolderDisk> disks = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private TrustPolicy policy;

  @SuppressWarnings("NullAway.Init")
  private DurableLog log;

  @SuppressWarnings("NullAway.Init")
  private CosignatureCollector collector;

  @BeforeEach
  void start() throws IOException {
    StringBuilder text = new StringBuilder("log " + LOG.verifier() + "\n");
    for (int i = 1; i <= 3; i++) {
      String host = "w" + i + ".example";
      SignerKey key = TestLedger.key(host, KeyType.COSIGNATURE, 20 + i);
      FolderDisk disk = FolderDisk.take(folder.resolve(host));
      disks.add(disk);
      witnesses.put(host, new Witness(disk, key, List.of(LOG.verifier())));
      text.append("witness w" + i + " " + key.verifier() + " https://" + host + "\n");
    }
    policy = PolicyReader.read(text + "group all 2 w1 w2 w3\nquorum all\n");
    collector = new CosignatureCollector(policy, this::post);
    TestLedger.write(folder.resolve("log"), 0);
    FolderDisk disk = FolderDisk.take(folder.resolve("log"));
    disks.add(disk);
    log = DurableLog.open(disk, LOG);
  }

  @AfterEach
  void stop() throws IOException {
    for (FolderDisk disk : disks) {
      disk.close();
    }
  }

  private Answer post(URI url, byte[] body) throws IOException {
    Witness witness = witnesses.get(url.getHost());
    if (witness == null) {
      throw new ConnectException("refused");
    }
    return witness.addCheckpoint(body, NOW_S);
  }

  private Collected appendAndCollect(int index) throws IOException {
    var note = log.append(TestLedger.entry(index)).note();
    Collected collected = collector.collect(note, log.source());
    log.addCosignatures(note, collected.cosignatures());
    return collected;
  }

  private byte[] proof(int index) throws IOException {
    Checkpoint checkpoint = log.checkpoint();
    ProofMaker maker =
        new ProofMaker(new TileReader(new LedgerFolder(folder.resolve("log")), checkpoint.size()));
    return new ProofFile(index, maker.inclusion(index, checkpoint.size()), log.note()).bytes();
  }

  private LogBeforeAct.Verdict ask(int index, LogBeforeAct.Need need) throws IOException {
    return new LogBeforeAct(policy).ask(TestLedger.entry(index), proof(index), need, NOW_S);
  }

  @Test
  void everyAppendIsCosignedByAll() throws IOException {
    for (int i = 0; i < 5; i++) {
      Collected collected = appendAndCollect(i);
      assertThat(collected.failures()).isEmpty();
      assertThat(collected.cosignatures()).hasSize(3);
      assertThat(policy.trust(log.note()).witnessed()).isTrue();
    }
    assertThat(ask(2, LogBeforeAct.Need.WITNESSED))
        .isInstanceOfSatisfying(
            LogBeforeAct.Verdict.Granted.class,
            granted -> {
              assertThat(granted.witnessed()).isTrue();
              assertThat(granted.cosignaturesDueS()).isEmpty();
            });
  }

  @Test
  void aCollectorThatForgotLearnsFromTheRefusal() throws IOException {
    appendAndCollect(0);
    appendAndCollect(1);
    collector = new CosignatureCollector(policy, this::post);
    assertThat(appendAndCollect(2).cosignatures()).hasSize(3);
  }

  @Test
  void withOneWitnessLeftDecisionsWaitAndOnlyWhatIsUrgentIsDone() throws IOException {
    witnesses.remove("w1.example");
    witnesses.remove("w3.example");
    Collected collected = appendAndCollect(0);
    assertThat(collected.cosignatures()).hasSize(1);
    assertThat(collected.failures()).containsExactly("w1: refused", "w3: refused");
    assertThat(ask(0, LogBeforeAct.Need.WITNESSED))
        .isEqualTo(new LogBeforeAct.Verdict.Refused("not enough witnesses have seen it"));
    assertThat(ask(0, LogBeforeAct.Need.LOGGED))
        .isInstanceOfSatisfying(
            LogBeforeAct.Verdict.Granted.class,
            granted -> {
              assertThat(granted.witnessed()).isFalse();
              assertThat(granted.cosignaturesDueS()).hasValue(NOW_S + 900);
            });
  }

  @Test
  void whatIsNotLoggedIsNotDone() throws IOException {
    appendAndCollect(0);
    LogBeforeAct gate = new LogBeforeAct(policy);
    assertThat(gate.ask(TestLedger.entry(1), proof(0), LogBeforeAct.Need.LOGGED, NOW_S))
        .isInstanceOf(LogBeforeAct.Verdict.Refused.class);
    assertThat(gate.ask(TestLedger.entry(0), new byte[0], LogBeforeAct.Need.LOGGED, NOW_S))
        .isInstanceOf(LogBeforeAct.Verdict.Refused.class);
  }

  @Test
  void withoutWitnessesItIsDoneAndMarked() throws IOException {
    log.append(TestLedger.entry(0));
    LogBeforeAct gate = new LogBeforeAct(TestLedger.POLICY);
    assertThat(gate.ask(TestLedger.entry(0), proof(0), LogBeforeAct.Need.WITNESSED, NOW_S))
        .isInstanceOfSatisfying(
            LogBeforeAct.Verdict.Granted.class,
            granted -> assertThat(granted.witnessed()).isFalse());
  }

  @Test
  void anOldCopyOfTheLogIsToldThatItIsOne() throws IOException {
    appendAndCollect(0);
    appendAndCollect(1);
    log.close();
    Path copy = folder.resolve("copy");
    TestLedger.write(copy, 1);
    try (DurableLog old = DurableLog.open(FolderDisk.take(copy), LOG)) {
      Collected collected =
          new CosignatureCollector(policy, this::post).collect(old.note(), old.source());
      assertThat(collected.overtaken()).isTrue();
      assertThat(collected.cosignatures()).isEmpty();
    }
  }

  @Test
  void aWitnessThatAnswersNonsenseIsAFailure() throws IOException {
    List<Answer> nonsense =
        List.of(
            new Answer(200, "text/plain", ""),
            new Answer(200, "text/plain", "cosigned\n"),
            new Answer(200, "text/plain", log.note().signatures().getFirst() + "\n"),
            new Answer(409, "text/x.tlog.size", "many\n"),
            new Answer(500, "text/plain", "no\n"));
    for (Answer answer : nonsense) {
      Collected collected =
          new CosignatureCollector(policy, (url, body) -> answer)
              .collect(Objects.requireNonNull(log.note()), log.source());
      assertThat(collected.cosignatures()).isEmpty();
      assertThat(collected.failures()).hasSize(3);
      assertThat(collected.overtaken()).isFalse();
    }
  }
}
