package org.orbweaver.dataplane;

import java.util.concurrent.atomic.LongAdder;

/**
 * What a terminal has carried in datagrams one way.
 *
 * @param bytes delivered, connections' bytes among them
 * @param delivered datagrams
 * @param dropped datagrams, for whatever reason; both directions may share it
 */
record DatagramCounts(LongAdder bytes, LongAdder delivered, LongAdder dropped) {}
