package org.orbweaver.app.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.orbweaver.dataplane.packet.Gauge;
import org.orbweaver.dataplane.packet.LinkGauges;

/** How one terminal's link is divided between what carries its traffic. */
final class A02_ClaimsTest {
  private static final long LOOK_NS = 200_000_000;
  private static final double LINK_BPS = 100e6;

  private final Gauge packets = new Gauge();
  private final Gauge streams = new Gauge();
  private final Claims claims = new Claims(0, 2);

  /** Both carry only downward, so many Mbit/s; negative for all the time. */
  private void carry(double packetsMbps, double streamsMbps) {
    tell(packets, packetsMbps);
    tell(streams, streamsMbps);
    claims.look(LOOK_NS);
  }

  private static void tell(Gauge gauge, double mbps) {
    long bytes = (long) (Math.max(0, mbps) * 1e6 / 8 * LOOK_NS / 1e9);
    gauge.set(gauge.offeredBytes() + bytes, gauge.busyNs() + (mbps < 0 ? LOOK_NS : LOOK_NS / 4), 0);
  }

  private double[] parts() {
    return new double[] {claims.part(0, false, LINK_BPS), claims.part(1, false, LINK_BPS)};
  }

  private void join() {
    claims.add(0, new Claim(3, new LinkGauges(new Gauge(), packets)));
    claims.add(1, new Claim(5, new LinkGauges(new Gauge(), streams)));
  }

  @Test
  void a01_whoIsAloneHasItAll_alsoBesideOneThatAsksForNothing() {
    claims.add(1, new Claim(5, new LinkGauges(new Gauge(), streams)));
    carry(0, -1);
    assertThat(claims.areSeveral()).isFalse();
    assertThat(claims.part(1, false, 0)).isEqualTo(1);
    join();
    carry(0, -1);
    assertThat(claims.part(1, false, LINK_BPS)).isEqualTo(1);
  }

  @Test
  void a02_whoBothAskForAllHaveHalf() {
    join();
    carry(-1, -1);
    assertThat(claims.bps(false)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(parts()).containsExactly(0.5, 0.5);
    assertThat(claims.part(0, true, LINK_BPS))
        .as("the other way nothing is asked for")
        .isEqualTo(1);
  }

  @Test
  void a03_whatTheOneLeavesTheOtherMayHave() {
    join();
    carry(-1, 10);
    carry(-1, 10);
    // A quarter more than it sends, in steps of a twelfth.
    assertThat(parts()[0]).isBetween(1 - 13.7e6 / LINK_BPS, 1 - 12.5e6 / LINK_BPS);
    assertThat(parts()[1]).isEqualTo(0.5);
  }

  @Test
  void a04_withoutServiceNobodyDividesByNothing() {
    join();
    carry(-1, -1);
    assertThat(claims.part(0, false, 0)).isEqualTo(0.5);
  }
}
