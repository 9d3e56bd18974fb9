package org.orbweaver.app.live;

/**
 * What there is to say at the end.
 *
 * @param reason {@code INT}, {@code TERM} or {@code HUP} for a signal, {@code duration} where the
 *     time was up
 * @param livedNs how long traffic was carried
 * @param punctuality how well planning kept its time
 * @param total what was carried
 */
record Farewell(String reason, long livedNs, Punctuality punctuality, Carried total) {}
