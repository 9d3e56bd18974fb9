package org.orbweaver.governance.accounts;

/**
 * A customer.
 *
 * @param number such as {@code ACC-0001}, never given twice
 * @param name of a person or organisation; stays in the store
 * @param regionCode the country of the account, ISO 3166-1 alpha-2
 * @param openedNs when it was opened, UTC, since the Unix epoch
 */
public record Account(String number, String name, String regionCode, long openedNs) {
  public Account {
    Checks.id("an account's number", number);
    Checks.text("a name", name);
    Checks.region(regionCode);
  }
}
