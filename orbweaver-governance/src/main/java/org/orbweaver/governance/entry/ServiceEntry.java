package org.orbweaver.governance.entry;

/**
 * What is put down about lines and terminals. Whatever takes service from somebody rests on a case
 * or on the funding ladder; the rest is for the record. Lines, terminals and payers are named by
 * numbers that say nothing about people; what does stays outside, behind a commitment.
 */
public sealed interface ServiceEntry extends Entry
    permits LineEntry, TerminalEntry, AuthorisationEntry, AllowListEntry {}
