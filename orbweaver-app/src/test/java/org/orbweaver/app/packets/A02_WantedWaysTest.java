package org.orbweaver.app.packets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.orbweaver.app.packets.WantedWays.Ends;
import org.orbweaver.core.forwarding.Node;

/** Which ways are followed, and for how long. */
final class A02_WantedWaysTest {
  private static final Ends UP = new Ends(new Node(Node.Kind.TERMINAL, 0), null);
  private static final Ends DOWN = new Ends(null, new Node(Node.Kind.TERMINAL, 0));

  private final WantedWays ways = new WantedWays();

  @Test
  void a01_whatIsAskedForIsHeld_andAskingAgainIsNothingNew() {
    assertThat(ways.isAsked()).isFalse();
    ways.want(0, UP);
    assertThat(ways.isAsked()).isTrue();
    assertThat(ways.take(0)).isTrue();
    assertThat(ways.isAsked()).isFalse();
    assertThat(ways.size()).isEqualTo(1);
    assertThat(ways.ends(0)).isEqualTo(UP);
    ways.want(0, UP);
    assertThat(ways.take(1)).isFalse();
  }

  @Test
  void a02_whatNobodyAsksForAnyMoreIsLetGo_theLastWithAWord() {
    ways.want(0, UP);
    ways.want(1, DOWN);
    ways.take(0);
    ways.want(1, DOWN);
    ways.take(10);
    assertThat(ways.letGo(WantedWays.HELD_NS)).isFalse();
    assertThat(ways.ends(0)).isNull();
    assertThat(ways.ends(1)).isEqualTo(DOWN);
    assertThat(ways.letGo(WantedWays.HELD_NS + 9)).isFalse();
    assertThat(ways.letGo(WantedWays.HELD_NS + 10)).isTrue();
    assertThat(ways.size()).isZero();
    assertThat(ways.letGo(WantedWays.HELD_NS + 11)).as("said once").isFalse();
  }

  @Test
  void a03_whatComesBackIsNewAgain_underItsOldNumber() {
    ways.want(3, UP);
    ways.take(0);
    assertThat(ways.size()).isEqualTo(4);
    assertThat(ways.ends(2)).isNull();
    ways.letGo(WantedWays.HELD_NS);
    ways.want(3, UP);
    assertThat(ways.take(WantedWays.HELD_NS)).isTrue();
    assertThat(ways.ends(3)).isEqualTo(UP);
  }
}
