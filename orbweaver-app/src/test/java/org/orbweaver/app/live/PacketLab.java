package org.orbweaver.app.live;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.orbweaver.app.packets.LinkPlans;
import org.orbweaver.app.packets.PacketNetwork;
import org.orbweaver.app.packets.PacketNetwork.Attached;
import org.orbweaver.app.sharing.ShareFollower;
import org.orbweaver.core.Planner;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.SlotGrid;
import org.orbweaver.dataplane.DataPlane;
import org.orbweaver.dataplane.DestinationRules;

/** A network that runs in this process, from its start on, with real packets. */
final class PacketLab implements AutoCloseable {
  private final LiveNetwork live;
  private final PacketNetwork packets;
  private final ShareFollower shares;
  private final SlotGrid slots;
  final DataPlane streams;
  final PublishedPaths paths;
  final NetworkClock clock;

  /** Skips the test where the system lets nobody make networks. */
  PacketLab(Network network, Path folder) throws Exception {
    RealNetworks.assumeAllowed();
    Planner planner = new Planner(network);
    slots = network.slots();
    clock = NetworkClock.startingAt(MachineTime.of(InstantSource.system()), network.startNs());
    live = new LiveNetwork(network.slots(), planner::plan, clock);
    paths = new PublishedPaths(planner, live::live, clock);
    packets =
        new PacketNetwork(
            paths,
            folder.resolve("addresses"),
            network.name(),
            clock::carrierNs,
            this::slotEndNs,
            new LinkPlans(network),
            (socket, pop, terminals) -> {},
            System.err::println);
    streams =
        DataPlane.start(
            paths,
            paths,
            DestinationRules.of(network.scenario().internet().allow()),
            List.of(),
            clock::carrierNs,
            0,
            System.err::println);
    shares =
        new ShareFollower(
            List.of(packets.carrier(), new StreamCarrier(streams, clock::carrierNs)),
            new LiveSharing(planner, live::live, clock::nowNs),
            paths,
            clock::carrierNs,
            this::slotEndNs,
            System.err::println);
    live.start(report -> {}, failure -> {});
  }

  private long slotEndNs(long carrierNs) {
    return clock.carrierNs(slots.at(clock.networkNs(carrierNs)).endNs());
  }

  Attached attach(String node) {
    return packets.attach(node);
  }

  @Override
  public void close() {
    shares.close();
    packets.close();
    streams.close();
    live.close();
  }
}
