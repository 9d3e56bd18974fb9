package org.orbweaver.app.live;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.orbweaver.app.packets.LinkPlans;
import org.orbweaver.app.packets.PacketNetwork;
import org.orbweaver.app.packets.PacketNetwork.Attached;
import org.orbweaver.core.Planner;
import org.orbweaver.core.scenario.Network;

/** A network that runs in this process, from its start on, with real packets. */
final class PacketLab implements AutoCloseable {
  private final LiveNetwork live;
  private final PacketNetwork packets;
  final PublishedPaths paths;
  final NetworkClock clock;

  /** Skips the test where the system lets nobody make networks. */
  PacketLab(Network network, Path folder) throws Exception {
    assumeThat(System.getProperty("user.name")).as("only root may make networks").isEqualTo("root");
    assumeThat(Path.of("/dev/net/tun")).as("the device of which TUN devices are made").exists();
    Planner planner = new Planner(network);
    clock = NetworkClock.startingAt(MachineTime.of(InstantSource.system()), network.startNs());
    live = new LiveNetwork(network.slots(), planner::plan, clock);
    paths = new PublishedPaths(planner, live::live, clock);
    packets =
        new PacketNetwork(
            paths,
            folder.resolve("addresses"),
            network.name(),
            clock::carrierNs,
            carrierNs -> clock.carrierNs(network.slots().at(clock.networkNs(carrierNs)).endNs()),
            new LinkPlans(network),
            new LiveSharing(planner, live::live, clock::nowNs),
            (socket, pop, terminals) -> {},
            System.err::println);
    live.start(report -> {}, failure -> {});
  }

  Attached attach(String node) {
    return packets.attach(node);
  }

  @Override
  public void close() {
    packets.close();
    live.close();
  }
}
