package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Reasons;
import org.orbweaver.app.WholeFile;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.audit.OrderedCheck;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.state.StateCheck;
import org.orbweaver.governance.state.StateFile;

/** What a verifier remembers beside a checkpoint that it has verified. */
final class FoldFile {
  private FoldFile() {}

  private static Path beside(Path checkpoint) {
    return checkpoint.resolveSibling(checkpoint.getFileName() + ".fold");
  }

  /** Lets a check go on from there; where nothing fits is kept, all is verified again. */
  static void resume(Path checkpoint, SignedNote note, OrderedCheck<?> check) {
    if (!(check instanceof StateCheck states)) {
      return;
    }
    Path file = beside(checkpoint);
    try {
      states.resume(StateFile.read(Files.readAllBytes(file), Checkpoint.parse(note.text())));
    } catch (NoSuchFileException | MalformedException e) {
      states.reset();
    } catch (IOException e) {
      throw Failure.environment("cannot read " + file + ": " + Reasons.of(e), null);
    }
  }

  /** Remembers what a clean look has found. */
  static void write(Path checkpoint, SignedNote note, OrderedCheck<?> check) throws IOException {
    if (check instanceof StateCheck states) {
      WholeFile.replace(
          beside(checkpoint), StateFile.write(states.state(), Checkpoint.parse(note.text())));
    }
  }
}
