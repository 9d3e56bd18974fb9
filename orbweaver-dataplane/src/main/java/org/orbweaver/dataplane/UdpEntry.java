package org.orbweaver.dataplane;

import java.net.InetSocketAddress;
import java.util.function.Consumer;

/**
 * One outside program's datagrams into a terminal's network: down its link to a program behind it,
 * and the answers back up.
 */
final class UdpEntry implements UdpLeg {
  private final SessionContext context;
  private final TerminalLink link;
  private final InetSocketAddress target;
  private final UdpPort port;
  private final DatagramFlow in;
  private final DatagramFlow out;

  /**
   * Opens nothing yet.
   *
   * @param target behind the terminal
   * @param home takes what comes back; must not wait
   */
  UdpEntry(
      SessionContext context,
      TerminalLink link,
      InetSocketAddress target,
      Consumer<Datagram> home) {
    this.context = context;
    this.link = link;
    this.target = target;
    Limits limits = context.limits();
    port = new UdpPort(link.time, limits.datagramIdle(), limits.maxRemotes(), this::answered);
    in = link.down.openDatagrams(-1, link.downCounts, d -> port.send(d, this.target, -1));
    out = link.up.openDatagrams(-1, link.upCounts, home);
  }

  @Override
  public void send(byte[] data) {
    pass(in, data, data.length);
  }

  private void answered(InetSocketAddress from, int farPop, byte[] data, int length) {
    pass(out, data, length);
  }

  private void pass(DatagramFlow flow, byte[] data, int length) {
    if (length > Datagram.MAX_BYTES) {
      UdpExit.sayTooLong(context, link, length);
    } else {
      flow.offer(new Datagram(data, length, null, link.time.nowNs()));
    }
  }

  @Override
  public void close() {
    port.close();
    in.kill();
    out.kill();
  }
}
