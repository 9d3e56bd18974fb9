package org.orbweaver.app.command;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import org.orbweaver.app.Failure;
import org.orbweaver.app.ledger.HttpLedger;
import org.orbweaver.governance.ledger.DamagedException;
import org.orbweaver.governance.ledger.LedgerFolder;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.PolicyReader;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.signing.KeyFile;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.signing.UntrustedException;

/** What commands about the ledger are given, read with messages that say what would be right. */
final class LedgerInputs {
  private LedgerInputs() {}

  /** Something that reads or writes files of a ledger. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /** Does it, and turns what can go wrong into messages. */
  static <T> T doing(String what, Work<T> work) {
    try {
      return work.run();
    } catch (FolderDisk.InUseException e) {
      throw Failure.environment(
          String.valueOf(e.getMessage()), "Only one process may write a ledger at a time.");
    } catch (DamagedException | MalformedException | UntrustedException e) {
      throw Failure.badInput(what + ": " + e.getMessage(), null);
    } catch (NoSuchFileException e) {
      throw Failure.badInput(what + ": there is no " + e.getMessage(), null);
    } catch (IOException e) {
      throw Failure.environment(what + ": " + reason(e), null);
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  /** A ledger in a folder or under a URL. */
  static LedgerSource source(String place) {
    if (place.startsWith("http://") || place.startsWith("https://")) {
      try {
        return new HttpLedger(new URI(place));
      } catch (URISyntaxException e) {
        throw Failure.badInput("'" + place + "' is no URL", null);
      }
    }
    Path folder = Path.of(place);
    if (!Files.isDirectory(folder)) {
      throw Failure.badInput("there is no folder " + folder, "Name a ledger's folder or URL.");
    }
    return new LedgerFolder(folder);
  }

  /** A private key. */
  static SignerKey key(Path file) {
    return doing("the key " + file, () -> KeyFile.read(file));
  }

  /** Keys of log and witnesses and the quorum, as c2sp.org/tlog-policy writes them. */
  static TrustPolicy policy(Path file) {
    return parsed(file, bytes -> PolicyReader.read(new String(bytes, StandardCharsets.UTF_8)));
  }

  /** A file in a format. */
  static <T> T parsed(Path file, Function<byte[], T> parser) {
    return doing(file.toString(), () -> parser.apply(Files.readAllBytes(file)));
  }
}
