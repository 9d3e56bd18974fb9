package org.orbweaver.dataplane.packet;

/** What the engine knows of PoPs, of the ground between them, and of names. */
public interface Outside {
  /** Number of PoPs. */
  int pops();

  /** A PoP's address. */
  Address address(int pop);

  /** Fibre between two PoPs, one way, nanoseconds. */
  long delayNs(int fromPop, int toPop);

  /** By which a terminal's own dish speaks to its programs. */
  Address router();

  /** Where names are asked for. */
  Address resolver();

  /**
   * What is known of a name, in lower case and without its last dot. Not asked by the packet
   * thread: it may take its time.
   */
  NameAnswer find(String name);
}
