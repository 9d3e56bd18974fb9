package org.orbweaver.dataplane.packet;

/** A terminal's link: its port and both directions. */
record Link(Port port, Line up, Line down, Counters upCounters, Counters downCounters) {}
