package org.orbweaver.app.sharing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.dataplane.packet.LinkGauges;
import org.orbweaver.dataplane.packet.Shares;

/** Something that carries terminals' traffic, and has a link for each whose traffic it does. */
public interface Carrier {
  /** The terminals of its links, by the numbers of the links; only ever more. */
  List<Integer> terminals();

  /** How much a link is asked to carry; null where nobody knows yet. */
  @Nullable LinkGauges gauges(int link);

  /** The time by which it serves links, nanoseconds. */
  long nowNs();

  /** Says how links share with others from now on. */
  void publish(Shares shares);
}
