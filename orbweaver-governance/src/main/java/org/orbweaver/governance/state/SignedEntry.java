package org.orbweaver.governance.state;

import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.MalformedException;

/**
 * An envelope and what it says. Reading it needs no state, so that many can be read at once.
 *
 * @param leaf hash of the envelope in the ledger's tree
 */
public record SignedEntry(Envelope envelope, Entry entry, Hash leaf) {
  /**
   * Reads an entry.
   *
   * @throws MalformedException where it is no envelope or its payload no entry
   */
  public static SignedEntry read(byte[] bytes) {
    return of(Envelope.parse(bytes));
  }

  /**
   * Reads an envelope.
   *
   * @throws MalformedException where its payload is no entry
   */
  public static SignedEntry of(Envelope envelope) {
    if (!envelope.payloadType().equals(Entry.TYPE)) {
      throw new MalformedException("the payload is not of type " + Entry.TYPE);
    }
    return new SignedEntry(
        envelope, EntryCodec.decode(envelope.payload()), Hash.leaf(envelope.bytes()));
  }
}
