package org.orbweaver.governance.accounts;

import org.orbweaver.core.policy.ServiceClass;

/**
 * Terminals that somebody gives, and what was promised with them.
 *
 * @param id such as {@code DON-0001}
 * @param donor who gave; stays in the store, the ledger has a commitment
 * @param purpose the class of lines that they are meant for
 * @param pledged how many were promised
 * @param atNs when, UTC, since the Unix epoch
 * @param promise what the donor was told, such as who pays for service and how long
 */
public record Donation(
    String id, String donor, ServiceClass purpose, int pledged, long atNs, String promise) {
  public Donation {
    Checks.id("a donation's id", id);
    Checks.text("a donor", donor);
    Checks.text("a promise", promise);
    if (pledged < 1) {
      throw new RefusedException("a donation is of at least one terminal");
    }
  }
}
