package org.orbweaver.app.live;

import java.util.List;
import java.util.function.LongSupplier;
import org.orbweaver.app.sharing.Carrier;
import org.orbweaver.dataplane.DataPlane;
import org.orbweaver.dataplane.packet.LinkGauges;
import org.orbweaver.dataplane.packet.Shares;

/**
 * The proxy and its forwards, for whoever shares capacity.
 *
 * @param streams what carries it
 * @param carrierNs the time by which it does
 */
record StreamCarrier(DataPlane streams, LongSupplier carrierNs) implements Carrier {
  @Override
  public List<Integer> terminals() {
    return streams.used();
  }

  @Override
  public LinkGauges gauges(int link) {
    return streams.gauges(link);
  }

  @Override
  public long nowNs() {
    return carrierNs.getAsLong();
  }

  @Override
  public void publish(Shares shares) {
    streams.publish(shares);
  }
}
