package org.orbweaver.governance.office;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.orbweaver.governance.ledger.LedgerFolder;
import org.orbweaver.governance.ledger.TestLedger;
import org.orbweaver.governance.ledger.audit.Audit;
import org.orbweaver.governance.ledger.audit.Auditor;
import org.orbweaver.governance.ledger.audit.EntryCheck;
import org.orbweaver.governance.ledger.store.DurableLog;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.state.StateCheck;
import org.orbweaver.governance.state.TestBoard;

/** Ledgers of the people of {@link TestBoard} in folders. */
public final class GovernedLedger {
  private GovernedLedger() {}

  /** Writes entries past every check, as whoever has the log's key can. */
  public static void writeRaw(Path folder, List<byte[]> entries) throws IOException {
    try (FolderDisk disk = FolderDisk.take(folder)) {
      DurableLog.create(disk, TestLedger.LOG);
    }
    appendRaw(folder, entries);
  }

  /** Appends past every check. */
  public static void appendRaw(Path folder, List<byte[]> entries) throws IOException {
    try (DurableLog log = DurableLog.open(FolderDisk.take(folder), TestLedger.LOG)) {
      log.append(entries);
    }
  }

  /** What anybody finds who verifies it. */
  public static Audit audit(Path folder) throws IOException {
    return new Auditor(
            new LedgerFolder(folder),
            TestLedger.POLICY,
            EntryCheck.ANY,
            new StateCheck(TestBoard.ORIGIN))
        .audit();
  }
}
