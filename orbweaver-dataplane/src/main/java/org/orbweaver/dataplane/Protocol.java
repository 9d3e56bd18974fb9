package org.orbweaver.dataplane;

/** How bytes are carried. */
public enum Protocol {
  /** In connections. */
  TCP,
  /** In datagrams. */
  UDP;

  /** In lower case, as in commands and files. */
  @Override
  public String toString() {
    return this == TCP ? "tcp" : "udp";
  }
}
