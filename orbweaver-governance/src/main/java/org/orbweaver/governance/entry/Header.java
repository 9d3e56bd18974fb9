package org.orbweaver.governance.entry;

import java.time.Instant;

/**
 * What every entry says first.
 *
 * @param origin the ledger's, so that an entry cannot be carried to another
 * @param time when it was signed, UTC
 * @param by who acts: the id of a person or a program in the ledger
 */
public record Header(String origin, Instant time, String by) {}
