package org.orbweaver.governance.accounts;

/** Everything that accounts keep, within one transaction. */
public interface Records {
  /**
   * A number that was never given before, such as {@code SL-0017}.
   *
   * @param prefix capital letters
   */
  String newNumber(String prefix);

  /** Notes a number that somebody else gave, so that it is not given again. */
  void numberTaken(String number);

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

  /** The ladder's lengths: those of the ledger, or as usual where there is none. */
  FundingTerms terms();

  /** Keeps other lengths. */
  void setTerms(FundingTerms terms);

  /** How far the ledger has been carried over. */
  LedgerMark ledger();
}
