package org.orbweaver.study.preview;

/** What a decision does to a line, over the hours that were planned. */
public enum Outcome {
  /** It has some service without the decision, and none with it. */
  LOSES_ALL("loses all service"),
  /** It has service without the decision in slots in which it has none with it. */
  LOSES_SOME("loses service at times"),
  /** It has service only with the decision, at least at times. */
  GAINS("gains service"),
  /** It keeps its service, at a lower rate. */
  SLOWER("keeps service, slower"),
  /** It keeps its service, at a higher rate. */
  FASTER("keeps service, faster"),
  /** Nothing that counts. */
  SAME("unchanged");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** Whether service is lost. */
  public boolean isLoss() {
    return this == LOSES_ALL || this == LOSES_SOME;
  }
}
