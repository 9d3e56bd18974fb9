package org.orbweaver.app.packets;

import java.util.HashMap;
import java.util.Map;
import org.orbweaver.core.scenario.LinkPlanSpec;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.PacketsSpec;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.core.traffic.LinkTrace;
import org.orbweaver.dataplane.packet.EngineSettings;
import org.orbweaver.dataplane.packet.LinkSettings;
import org.orbweaver.dataplane.packet.LinkSettings.Kind;

/** How a scenario's links treat packets. */
public final class LinkPlans {
  private static final int BYTES_PER_KB = 1_000;
  private static final double PERCENT = 100;

  private final EngineSettings engine;
  private final Map<String, LinkSettings> byTerminal = new HashMap<>();

  /** Those of a network; who follows a trace of delays meets no loss of the model's handovers. */
  public LinkPlans(Network network) {
    Scenario scenario = network.scenario();
    PacketsSpec packets = scenario.packets();
    double handoverLoss = scenario.schedule().handoverProfile().loss();
    engine =
        EngineSettings.DEFAULT
            .withLink(link(packets, handoverLoss))
            .withOffloads(packets.offloads());
    Map<String, PacketsSpec> specs = new HashMap<>();
    for (LinkPlanSpec plan : packets.plans()) {
      PacketsSpec spec = plan.over(packets);
      LinkSettings link = link(spec, handoverLoss);
      plan.terminals()
          .forEach(terminal -> {
            specs.put(terminal, spec);
            byTerminal.put(terminal, link);
          });
    }
    for (int t = 0; network.anyTraced() && t < network.terminals().size(); t++) {
      LinkTrace trace = network.trace(t);
      if (trace != null && trace.hasDelays()) {
        String terminal = network.terminals().name(t);
        byTerminal.put(terminal, link(specs.getOrDefault(terminal, packets), 0));
      }
    }
  }

  private static LinkSettings link(PacketsSpec spec, double handoverLoss) {
    Kind kind =
        switch (spec.queue()) {
          case TAIL_DROP -> Kind.TAIL_DROP;
          case CODEL -> Kind.CODEL;
          case FQ_CODEL -> Kind.FQ_CODEL;
        };
    return new LinkSettings(
            spec.mtu(),
            (long) spec.queueKb() * BYTES_PER_KB,
            spec.queuePackets(),
            kind,
            spec.lossPercent() / PERCENT,
            spec.lossBurst(),
            spec.reorder())
        .withLoss(handoverLoss);
  }

  /** How the engine carries; in it, how links of no plan do. */
  EngineSettings engine() {
    return engine;
  }

  /** How a terminal's link does. */
  LinkSettings of(String terminal) {
    return byTerminal.getOrDefault(terminal, engine.link());
  }
}
