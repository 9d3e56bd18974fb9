/**
 * Who has which line and terminal, who pays, and what follows when nobody does: accounts,
 * addresses, terminals with their life cycle, service lines, plans, payers, contracts, metered
 * usage, the funding ladder and allow-lists. Pure rules and records; time is an argument, and where
 * they are kept is an interface's business.
 */
@NullMarked
package org.orbweaver.governance.accounts;

import org.jspecify.annotations.NullMarked;
