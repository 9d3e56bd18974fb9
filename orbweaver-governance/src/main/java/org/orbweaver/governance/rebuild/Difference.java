package org.orbweaver.governance.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * Something of which ledger and store say different things.
 *
 * @param kind such as {@code line} or {@code terminal}
 * @param id which
 * @param what is different, such as {@code funding}
 * @param ledger what the ledger says; null where it says nothing
 * @param store what the store says; null where it says nothing
 */
public record Difference(
    String kind, String id, String what, @Nullable String ledger, @Nullable String store) {}
