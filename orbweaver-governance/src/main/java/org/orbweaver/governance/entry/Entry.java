package org.orbweaver.governance.entry;

/**
 * One entry of a governed ledger: the payload of a DSSE envelope of type {@link #TYPE}. Its JSON
 * has {@code format}, {@code kind}, the members of the {@link Header} and those of its record.
 */
public sealed interface Entry
    permits Genesis, CaseEntry, PersonEntry, ServiceEntry, OfficeEntry, SealEntry {
  /** Payload type of the envelope. */
  String TYPE = "application/vnd.orbweaver.entry.v1+json";

  /** What the member {@code format} says. */
  String FORMAT = "orbweaver-entry/1";

  /** Who acts, when, in which ledger. */
  Header header();

  /** Its kind, such as {@code case.approved}. */
  default String kind() {
    return EntryCodec.kindOf(getClass());
  }
}
