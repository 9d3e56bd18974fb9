package org.orbweaver.governance.accounts;

/** Everything that accounts keep, within one transaction. */
public interface Records {
  /**
   * A number that was never given before, such as {@code SL-0017}.
   *
   * @param prefix capital letters
   */
  String newNumber(String prefix);

  Repository<Account> accounts();

  /** They belong to accounts. */
  Repository<Address> addresses();

  Repository<ServicePlan> plans();

  /** They belong to accounts. */
  Repository<ServiceLine> lines();

  Repository<Payer> payers();

  /** They belong to lines. */
  Repository<Contract> contracts();

  /** They belong to the lines that they are on. */
  Repository<Terminal> terminals();

  Repository<Donation> donations();

  /** They belong to terminals. */
  Repository<LocationReview> reviews();

  Repository<AllowList> allowLists();

  /** They belong to terminals. */
  Repository<Authorisation> authorisations();

  Repository<Seal> seals();

  TerminalEvents terminalEvents();

  Notices notices();

  Usage usage();

  /** How far the ledger has been carried over. */
  LedgerMark ledger();
}
