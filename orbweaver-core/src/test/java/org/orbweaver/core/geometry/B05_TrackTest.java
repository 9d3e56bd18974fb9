package org.orbweaver.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class B05_TrackTest {
  private static final long SECOND = 1_000_000_000L;
  private static final GeodeticPoint KYIV = GeodeticPoint.ofDegrees(50.45, 30.52, 180);
  private static final GeodeticPoint LVIV = GeodeticPoint.ofDegrees(49.84, 24.03, 300);

  @Test
  void a01_betweenTwoPlacesOnTheGreatCircleAtEvenSpeed() {
    Track track = new Track(new long[] {0, 3600 * SECOND}, List.of(KYIV, LVIV));
    double whole = KYIV.greatCircleM(LVIV);
    for (int k = 0; k <= 4; k++) {
      GeodeticPoint at = track.at(900L * k * SECOND);
      assertThat(KYIV.greatCircleM(at)).isCloseTo(whole * k / 4, within(0.01));
      assertThat(LVIV.greatCircleM(at)).isCloseTo(whole * (4 - k) / 4, within(0.01));
      assertThat(at.altM()).isCloseTo(180 + 30 * k, within(1e-6));
    }
    assertThat(track.speedMPerS(5 * SECOND)).isCloseTo(whole / 3600, within(1e-9));
  }

  @Test
  void a02_beforeAndAfterItStands() {
    Track track = new Track(new long[] {10, 20}, List.of(KYIV, LVIV));
    assertThat(track.at(9)).isEqualTo(KYIV);
    assertThat(track.at(10)).isEqualTo(KYIV);
    assertThat(track.at(20)).isEqualTo(LVIV);
    assertThat(track.at(Long.MAX_VALUE)).isEqualTo(LVIV);
    assertThat(track.speedMPerS(9)).isZero();
    assertThat(track.speedMPerS(20)).isZero();
    assertThat(new Track(new long[] {5}, List.of(KYIV)).at(7)).isEqualTo(KYIV);
  }

  @Test
  void a03_acrossTheAntimeridianAndThePole() {
    GeodeticPoint west = GeodeticPoint.ofDegrees(-17, 179, 0);
    GeodeticPoint east = GeodeticPoint.ofDegrees(-17, -179, 0);
    GeodeticPoint middle = new Track(new long[] {0, 2}, List.of(west, east)).at(1);
    assertThat(Math.abs(Math.toDegrees(middle.lonRad()))).isCloseTo(180, within(1e-9));
    GeodeticPoint near = GeodeticPoint.ofDegrees(80, 0, 0);
    GeodeticPoint far = GeodeticPoint.ofDegrees(80, 180, 0);
    assertThat(Math.toDegrees(new Track(new long[] {0, 2}, List.of(near, far)).at(1).latRad()))
        .isCloseTo(90, within(1e-6));
  }

  @Test
  void a04_whatIsNoTrack() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Track(new long[0], List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Track(new long[] {1, 1}, List.of(KYIV, LVIV)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Track(new long[] {1}, List.of(KYIV, LVIV)));
  }

  @Test
  void a05_movedSitesAreAsIfMadeThere() {
    SiteTable home = new SiteTable(List.of("a", "b"), List.of(KYIV, KYIV));
    SiteTable moved = home.moved(Map.of(1, LVIV));
    SiteTable made = new SiteTable(List.of("a", "b"), List.of(KYIV, LVIV));
    for (int s = 0; s < 2; s++) {
      assertThat(moved.point(s)).isEqualTo(made.point(s));
      assertThat(moved.xM(s)).isEqualTo(made.xM(s));
      assertThat(moved.zM(s)).isEqualTo(made.zM(s));
      assertThat(moved.lookAngle(s, 7e6, 1e6, 2e6)).isEqualTo(made.lookAngle(s, 7e6, 1e6, 2e6));
    }
    assertThat(home.point(1)).isEqualTo(KYIV);
    assertThat(moved.indexOf("b")).isEqualTo(1);
  }
}
