package org.orbweaver.governance.state;

import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.accounts.TerminalState;

/**
 * What the ledger says of a terminal.
 *
 * @param line on which it is or was lost from, or null
 * @param donation that it came with, or null
 * @param sinceNs when it came into its state, UTC, since the Unix epoch
 */
public record TerminalFacts(
    String id,
    TerminalState state,
    @Nullable String line,
    @Nullable String donation,
    long sinceNs) {}
