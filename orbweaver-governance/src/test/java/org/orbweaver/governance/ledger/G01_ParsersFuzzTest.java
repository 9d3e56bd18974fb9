package org.orbweaver.governance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.orbweaver.governance.bundle.BundleCheck;
import org.orbweaver.governance.entry.Changes;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.entry.Settings;
import org.orbweaver.governance.json.JsonException;
import org.orbweaver.governance.json.JsonReader;
import org.orbweaver.governance.ledger.audit.Evidence;
import org.orbweaver.governance.office.ServiceSnapshot;
import org.orbweaver.governance.preview.ImpactDetail;
import org.orbweaver.governance.preview.ImpactPreview;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.signing.UntrustedException;
import org.orbweaver.governance.signing.VerifierKey;
import org.orbweaver.governance.witness.AddCheckpoint;

/**
 * Any bytes for any parser: refused with a message, or read to something that is written the same
 * again. With {@code JAZZER_FUZZ=1} it searches; without, it replays.
 */
class G01_ParsersFuzzTest {
  private static void refusedOr(Consumer<byte[]> reading, byte[] bytes) {
    try {
      reading.accept(bytes);
    } catch (MalformedException e) {
      assertThat(e.message()).isNotEmpty();
    }
  }

  @FuzzTest(maxDuration = "60s")
  void note(byte[] bytes) {
    refusedOr(b -> assertThat(SignedNote.parse(b).bytes()).isEqualTo(b), bytes);
  }

  @FuzzTest(maxDuration = "60s")
  void proof(byte[] bytes) {
    refusedOr(b -> assertThat(ProofFile.parse(b).bytes()).isEqualTo(b), bytes);
  }

  @FuzzTest(maxDuration = "60s")
  void addCheckpoint(byte[] bytes) {
    refusedOr(b -> assertThat(AddCheckpoint.parse(b).bytes()).isEqualTo(b), bytes);
  }

  @FuzzTest(maxDuration = "60s")
  void checkpoint(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    refusedOr(b -> assertThat(Checkpoint.parse(text).text()).isEqualTo(text), bytes);
  }

  @FuzzTest(maxDuration = "60s")
  void tilePath(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    refusedOr(b -> assertThat(TilePath.parse(text).path()).isEqualTo(text), bytes);
  }

  @FuzzTest(maxDuration = "60s")
  void verifierKey(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    refusedOr(b -> assertThat(VerifierKey.parse(text)).hasToString(text), bytes);
  }

  @FuzzTest(maxDuration = "60s")
  void policy(byte[] bytes) {
    refusedOr(b -> PolicyReader.read(new String(b, StandardCharsets.UTF_8)), bytes);
  }

  @FuzzTest(maxDuration = "60s")
  void envelope(byte[] bytes) {
    refusedOr(b -> assertThat(Envelope.parse(b).bytes()).isEqualTo(b), bytes);
  }

  @FuzzTest(maxDuration = "60s")
  void entry(byte[] bytes) {
    refusedOr(
        b -> {
          Entry entry = EntryCodec.decode(b);
          assertThat(EntryCodec.decode(EntryCodec.encode(entry))).isEqualTo(entry);
        },
        bytes);
  }

  @FuzzTest(maxDuration = "60s")
  void evidence(byte[] bytes) {
    refusedOr(Evidence::parse, bytes);
  }

  @FuzzTest(maxDuration = "60s")
  void sealed(byte[] bytes) {
    refusedOr(SealedContent::parse, bytes);
  }

  @FuzzTest(maxDuration = "60s")
  void bundle(byte[] bytes) {
    EntryBundle.Read read = EntryBundle.read(bytes, 256);
    if (read.broken().isEmpty()) {
      assertThat(EntryBundle.encode(read.entries())).isEqualTo(bytes);
    }
  }

  @FuzzTest(maxDuration = "60s")
  void json(byte[] bytes) {
    try {
      JsonReader.read(bytes);
    } catch (JsonException e) {
      assertThat(e.message()).isNotEmpty();
    }
  }

  @FuzzTest(maxDuration = "60s")
  void privateKey(byte[] bytes) {
    refusedOr(b -> SignerKey.parse(new String(b, StandardCharsets.UTF_8)), bytes);
  }

  @FuzzTest(maxDuration = "60s")
  void preview(byte[] bytes) {
    refusedOr(b -> assertThat(ImpactPreview.parse(b).bytes()).isEqualTo(b), bytes);
  }

  @FuzzTest(maxDuration = "60s")
  void previewedLines(byte[] bytes) {
    refusedOr(ImpactDetail::parse, bytes);
  }

  @FuzzTest(maxDuration = "60s")
  void service(byte[] bytes) {
    refusedOr(
        b -> {
          ServiceSnapshot read = ServiceSnapshot.parse(b);
          assertThat(ServiceSnapshot.parse(read.bytes())).isEqualTo(read);
        },
        bytes);
  }

  @FuzzTest(maxDuration = "60s")
  void changes(byte[] bytes) {
    refusedOr(
        b -> {
          Changes read = EntryCodec.part(Changes.class, b);
          assertThat(EntryCodec.part(Changes.class, EntryCodec.part(read))).isEqualTo(read);
        },
        bytes);
  }

  @FuzzTest(maxDuration = "60s")
  void settings(byte[] bytes) {
    refusedOr(
        b -> {
          Settings read = EntryCodec.part(Settings.class, b);
          assertThat(EntryCodec.part(Settings.class, EntryCodec.part(read))).isEqualTo(read);
        },
        bytes);
  }

  /** Whatever a tile holds, a reader gets as many hashes as it has, or is told. */
  @FuzzTest(maxDuration = "60s")
  void tile(byte[] bytes) throws IOException {
    int size = bytes.length == 0 ? 1 : 1 + (bytes[0] & 0xff);
    TileReader tiles = new TileReader(path -> path.startsWith("tile/0/") ? bytes : null, size);
    try {
      assertThat(tiles.tile(TilePath.of(0, 0, size))).hasSize(size);
    } catch (DamagedException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }

  /** A case's bundle of one file that somebody made up, with right sums. */
  @FuzzTest(maxDuration = "60s")
  void bundleOfACase(byte[] bytes) {
    String sums = ImpactPreview.sha256(bytes).hex() + "  bundle.json\n";
    Map<String, byte[]> files =
        Map.of("bundle.json", bytes, "SHA256SUMS", sums.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> BundleCheck.check(files, TestLedger.POLICY))
        .isInstanceOf(UntrustedException.class);
  }
}
