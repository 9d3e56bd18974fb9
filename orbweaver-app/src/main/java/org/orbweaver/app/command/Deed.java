package org.orbweaver.app.command;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.orbweaver.governance.accounts.Records;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.Header;

/**
 * Something that is decided about lines or terminals: what the ledger of a governed network is told
 * first, and what happens in the store then.
 *
 * @param entries each made for whoever signs it
 * @param effect in the store
 */
record Deed(List<Function<Header, Entry>> entries, Consumer<Records> effect) {
  Deed {
    entries = List.copyOf(entries);
  }
}
