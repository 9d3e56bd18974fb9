package org.orbweaver.governance.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.signing.MalformedException;

/**
 * A verifier's own memory of what it has verified: the state after a checkpoint's entries, so that
 * it need not read them again. Whoever can write this file can make the verifier believe anything;
 * it belongs beside the checkpoint that it goes with, and nowhere else. Layout: a tag, origin, size
 * and root of the checkpoint on a line each, the state, SHA-256 over all of that.
 */
public final class StateFile {
  private static final String TAG = "orbweaver-fold/2\n";
  private static final int HASH_BYTES = 32;

  private StateFile() {}

  /**
   * The file.
   *
   * @param checkpoint of as many entries as the state has
   */
  public static byte[] write(GovernanceState state, Checkpoint checkpoint) {
    if (state.size() != checkpoint.size()) {
      throw new IllegalArgumentException(state.size() + " entries, not " + checkpoint.size());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(head(checkpoint));
      RecordBytes.write(out, Saved.class, state.saved());
      out.write(sha256(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] head(Checkpoint checkpoint) {
    return (TAG + checkpoint.origin() + "\n" + checkpoint.size() + "\n" + checkpoint.root() + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The state that was written with a checkpoint.
   *
   * @throws MalformedException where the file is damaged, of another checkpoint, or was written by
   *     another version: then everything is to be verified again
   */
  public static GovernanceState read(byte[] file, Checkpoint checkpoint) {
    byte[] head = head(checkpoint);
    int end = file.length - HASH_BYTES;
    if (end < head.length || !Arrays.equals(head, Arrays.copyOf(file, head.length))) {
      throw new MalformedException("it is not of this checkpoint");
    }
    byte[] hash = Arrays.copyOfRange(file, end, file.length);
    if (!Arrays.equals(hash, sha256(Arrays.copyOf(file, end)))) {
      throw new MalformedException("it is damaged");
    }
    ByteArrayInputStream rest = new ByteArrayInputStream(file, head.length, end - head.length);
    try (DataInputStream in = new DataInputStream(rest)) {
      return new GovernanceState((Saved) Objects.requireNonNull(RecordBytes.read(in, Saved.class)));
    } catch (IOException | RuntimeException e) {
      throw new MalformedException("it was written by another version");
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the Java machine lacks SHA-256", e);
    }
  }
}
