package org.orbweaver.core.policy;

import java.util.List;

/**
 * Whether policy lets a terminal be served at an instant, and by whose word.
 *
 * @param reason {@link ReasonCode#SERVED}, {@link ReasonCode#LINE_LIMITED}, or why it is not served
 * @param tier how strong the word is
 * @param decision id of the decision that decides, {@link #DEFAULT}, or an area's id after {@link
 *     #AREA_PREFIX}
 * @param lost ids of the other decisions that spoke and were overruled, strongest first
 * @param hypothetical whether the deciding one is only a scenario's
 * @param witnessed whether witnesses have cosigned the deciding one's entry
 */
public record Verdict(
    ReasonCode reason,
    Tier tier,
    String decision,
    List<String> lost,
    boolean hypothetical,
    boolean witnessed) {
  /** The id that stands where nothing has been decided. */
  public static final String DEFAULT = "default";

  /** Before the id of an area whose own rule decides, since the place of a terminal is unknown. */
  public static final String AREA_PREFIX = "area:";

  public Verdict {
    lost = List.copyOf(lost);
  }

  /** Whether anything has been decided at all; else the default holds and nobody was overruled. */
  public boolean isDecided() {
    return !decision.equals(DEFAULT) || !lost.isEmpty();
  }

  /**
   * {@code hypothetical}, {@code unwitnessed} or {@code witnessed}: how far to trust the decision.
   */
  public String mark() {
    return hypothetical ? "hypothetical" : witnessed ? "witnessed" : "unwitnessed";
  }

  /** The decision's id, with its mark unless witnesses have cosigned it, for people. */
  public String byWhom() {
    return witnessed || decision.equals(DEFAULT) || decision.startsWith(AREA_PREFIX)
        ? decision
        : decision + " (" + mark() + ")";
  }

  /** Whether the terminal may be served, if only at the limited rate. */
  public boolean isServed() {
    return reason == ReasonCode.SERVED || reason == ReasonCode.LINE_LIMITED;
  }
}
