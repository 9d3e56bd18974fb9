package org.orbweaver.core.traffic;

import java.util.function.IntToDoubleFunction;

/**
 * What the beams of a slot carry in one direction, bit/s.
 *
 * @param beamBps by beam, shared by its terminals
 * @param terminalBps by beam, the most that one of its terminals may have of it
 */
record BeamRates(IntToDoubleFunction beamBps, IntToDoubleFunction terminalBps) {
  /** Each beam as much as any other, and all of it for one terminal if need be. */
  static BeamRates alike(double bps) {
    return new BeamRates(beam -> bps, beam -> Double.POSITIVE_INFINITY);
  }

  double beam(int number) {
    return beamBps.applyAsDouble(number);
  }

  double terminal(int ofBeam) {
    return terminalBps.applyAsDouble(ofBeam);
  }
}
