package org.orbweaver.governance.state;

import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.accounts.AllowList;
import org.orbweaver.governance.merkle.Hash;

/**
 * What the ledger says of an allow-list.
 *
 * @param list without its dry runs, which the ledger has by their hashes
 * @param run hash of the last dry run, or null
 * @param runWave the wave that it was of
 * @param runNs when, UTC, since the Unix epoch
 */
public record ListFacts(AllowList list, @Nullable Hash run, int runWave, long runNs) {}
