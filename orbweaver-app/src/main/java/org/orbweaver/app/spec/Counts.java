package org.orbweaver.app.spec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.Network;

/** Compares the sizes of a network with those expected. */
final class Counts {
  private Counts() {}

  static List<Finding> findings(Network network, Spec spec) {
    List<Finding> findings = new ArrayList<>();
    for (SatelliteCount count : spec.satellites()) {
      int found = satellites(network, count.constellation());
      boolean known = found >= 0;
      findings.add(
          new Finding(
              "satellites of " + count.constellation(),
              known && found >= count.atLeast() && found <= count.atMost(),
              count.atLeast() == count.atMost()
                  ? Integer.toString(count.atLeast())
                  : count.atLeast() + " to " + count.atMost(),
              known ? Integer.toString(found) : "no constellation of that name"));
    }
    add(findings, "gateways", spec.gateways(), network.gateways().size());
    add(findings, "pops", spec.pops(), network.pops().size());
    add(findings, "terminals", spec.terminals(), network.terminals().size());
    return findings;
  }

  private static int satellites(Network network, String constellation) {
    for (Network.Shell shell : network.shells()) {
      if (shell.name().equals(constellation)) {
        return shell.satellites();
      }
    }
    return -1;
  }

  private static void add(
      List<Finding> findings, String about, @Nullable Integer expected, int found) {
    if (expected != null) {
      findings.add(
          new Finding(
              about, expected == found, Integer.toString(expected), Integer.toString(found)));
    }
  }
}
