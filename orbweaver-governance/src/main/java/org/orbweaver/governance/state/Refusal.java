package org.orbweaver.governance.state;

/** Why an entry may not stand where it would stand. */
public enum Refusal {
  // The entry by itself
  NOT_AN_ENTRY("it is no entry of a governed ledger"),
  WRONG_ORIGIN("it was signed for another ledger"),
  WRONG_SIGNATURES("it is not signed by exactly the keys that it needs"),
  FROM_THE_FUTURE("it bears a time that has not come"),
  TOO_OLD("it was signed too long before the entries that stand before it"),
  UNKNOWN_PERSON("nobody of this id acts in this ledger"),
  KEY_REVOKED("the key of whoever signed it was revoked"),
  ROLE_MISSING("whoever signed it does not have the role for it"),

  RECORDED_ALREADY("it stands in the ledger already"),

  // What is secret for a time
  SEALED_ALREADY("this is sealed already"),
  NOT_SEALED("nothing of this commitment is sealed, or it was shown before"),
  SEALED_OTHERWISE("this content with this salt is not what was sealed"),

  // Genesis and people
  GENESIS_MISSING("the first entry must be the genesis"),
  GENESIS_AGAIN("a ledger has one genesis"),
  MALFORMED_ID("an id is lower-case letters, digits, dots and hyphens; a case's is C-2026-0001"),
  ID_TAKEN("this id was given before"),
  KEY_TAKEN("this key is or was somebody's"),
  WRONG_LOG_KEY("the key that would sign the ledger now is not the one that its entries name"),
  KEY_UNPROVEN("it is not proven that they hold this key"),
  ROLES_EXCLUDE_EACH_OTHER("nobody may hold these roles together"),
  POOL_MISMATCH("an approver has a pool, and nobody else has one"),
  RULES_TOO_WEAK("these rules would let one person decide, or are no rules at all"),
  CANNOT_DECIDE("with these people and rules no case could be decided"),

  // Cases
  NO_SUCH_CASE("there is no such case"),
  CASE_EXISTS("there is a case of this id"),
  RECEIPT_TAKEN("this receipt was given before"),
  CASE_CHANGED("it was signed for another text of the case, or repeats an old act"),
  WRONG_STATE("the case is not in a state in which this may happen"),
  WRONG_MATTER("a change of roles has no such step, or only a change of roles has it"),
  MEASURE_IMPOSSIBLE("what would be decided contradicts itself"),
  SUPERSEDES_NOTHING("it would end a case that is not in effect"),
  NO_PREVIEW("there is no preview"),
  PREVIEW_OLD("the preview is too old"),
  PREVIEW_MISMATCH("another preview was signed than the case has"),
  OWN_CASE("whoever asked, took in, assessed or previewed a case may not vote on it"),
  CONFLICT_OF_INTEREST("whoever has an interest in a case may not vote on it"),
  RECUSED("whoever has recused themselves may not vote"),
  VOTED_ALREADY("they have voted on this"),
  TOO_LATE("its time limit has passed"),
  TOO_EARLY("its time has not come"),
  NOTICE_TOO_SHORT("a restriction is announced earlier, or states why it is urgent"),
  IMPACT_GREW("it would touch more than was approved: the case goes back"),
  IMPACT_SAME("it would touch no more than was approved: there is no reason to send it back"),
  NOT_SUPERSEDED("the case that it names did not take its place"),
  WRONG_RECEIPT("only the requester's receipt, or whoever proposed it, takes a case back"),
  NOTHING_TO_DISCLOSE("this interest is nobody's in this ledger"),

  // Break-glass
  TOO_LONG("break-glass lasts some hours at most"),
  ESSENTIAL_LINES("break-glass never restricts essential lines"),
  AREA_NOT_RATIFIED(
      "the last break-glass in this area, or in one that overlaps it, was not ratified yet"),
  WRONG_OUTLINE("it does not say where the area is whose hash it names"),
  SAME_PERSON("break-glass takes two people"),

  // Lines and terminals
  NO_SUCH_LINE("there is no such line, or it has ended"),
  NO_SUCH_TERMINAL("there is no such terminal"),
  NO_SUCH_AUTHORISATION("there is no such authorisation"),
  NO_SUCH_LIST("there is no such allow-list"),
  FUNDING_STEP("the funding ladder has no such step from here"),
  HOLDER_NOT_TOLD(
      "a line is limited or paused only some days after the ledger has that its holder was told"),
  TERMINAL_STEP("a terminal's life has no such step from here"),
  ALLOW_LIST_STEP("the allow-list is not at that step"),
  NOT_DECIDED("no case in force decides that"),
  SERVICE_IMPOSSIBLE("what it says of a line or terminal cannot be");

  private final String sentence;

  Refusal(String sentence) {
    this.sentence = sentence;
  }

  /** For people; begins with a small letter and has no full stop. */
  public String sentence() {
    return sentence;
  }
}
