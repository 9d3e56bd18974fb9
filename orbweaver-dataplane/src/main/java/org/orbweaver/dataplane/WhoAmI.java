package org.orbweaver.dataplane;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.policy.Verdict;

/**
 * What a terminal's user may know of the path, for the service {@code /whoami}. Units are those of
 * the screen, and the values those that {@code orbweaver plan} prints for the slot. Where there is
 * no value: null, or {@code NaN} for a number.
 *
 * @param terminal its name
 * @param reason {@link ReasonCode#SERVED}, {@link ReasonCode#LINE_LIMITED}, or why it is not served
 * @param satellite name of the serving satellite
 * @param noradId its catalogue number; null for a generated satellite
 * @param gateway name of the gateway
 * @param pop name of the home PoP
 * @param elevationDeg of the satellite at the slot's start, degrees
 * @param azimuthDeg of the satellite at the slot's start, degrees from north over east
 * @param rangeKm to the satellite at the slot's start, km
 * @param islHops laser links on the path
 * @param rttMs to the home PoP at the slot's start, propagation only, ms
 * @param rttNowMs to the home PoP now, propagation only, ms
 * @param downMbps rate toward the terminal, Mbit/s
 * @param upMbps rate from the terminal, Mbit/s
 * @param slotStartNs start of the slot, UTC, nanoseconds since the Unix epoch
 * @param nextHandoverNs the next planned change of satellite, in the same units; null where none is
 *     planned yet
 * @param verdict whether policy lets it be served, and by whose word; null where nothing is decided
 * @param notBeforeNs where none is planned yet, the earliest time at which one could be (the end of
 *     what is planned)
 * @param trace the recorded trace by which its traffic goes, in place of satellite, delays and
 *     rates of the plan as far as it knows them; null for the plan
 */
public record WhoAmI(
    String terminal,
    ReasonCode reason,
    @Nullable String satellite,
    @Nullable Integer noradId,
    @Nullable String gateway,
    @Nullable String pop,
    double elevationDeg,
    double azimuthDeg,
    double rangeKm,
    int islHops,
    double rttMs,
    double rttNowMs,
    double downMbps,
    double upMbps,
    long slotStartNs,
    @Nullable Long nextHandoverNs,
    @Nullable Verdict verdict,
    long notBeforeNs,
    @Nullable String trace) {
  /** Whether it has service, if only at the limited rate. */
  boolean isServed() {
    return reason == ReasonCode.SERVED || reason == ReasonCode.LINE_LIMITED;
  }
}
