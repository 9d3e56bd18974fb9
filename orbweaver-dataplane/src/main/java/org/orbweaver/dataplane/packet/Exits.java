package org.orbweaver.dataplane.packet;

/** Where packets go on to when they leave a stage; {@code timeNs} is when they were due there. */
interface Exits {
  /** A packet has come down from the sky to its home PoP. */
  void fromTerminal(int link, int slot);

  /** A packet has reached its terminal. */
  void toTerminal(int link, int slot);

  /** A packet has departed, or is to be handed over, beside the way over the home PoP. */
  void aside(int link, boolean up, int slot);

  /** A packet has come to the PoP at the end of a fibre. */
  void fromFibre(int slot);

  /** A packet is dropped because its link has no service. */
  void refused(int link, boolean up, int slot, LinkState why);
}
