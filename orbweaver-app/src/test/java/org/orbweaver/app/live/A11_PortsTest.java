package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;

final class A11_PortsTest {
  @Test
  void a01_withoutOptionsSocksIsWhereEverybodyExpectsIt() {
    assertThat(Ports.of(null, null, null).socks()).isEqualTo(1080);
  }

  @Test
  void a02_theBaseMovesItAndItsOwnOptionWins() {
    assertThat(Ports.of(null, null, 20_000).socks()).isEqualTo(20_001);
    assertThat(Ports.of(1234, null, 20_000).socks()).isEqualTo(1234);
    assertThat(Ports.of(0, null, null).socks()).as("any free one").isZero();
    assertThat(Ports.of(null, null, null)).isEqualTo(new Ports(1080, 9464, false));
    assertThat(Ports.of(null, null, 20_000)).isEqualTo(new Ports(20_001, 20_002, true));
    assertThat(Ports.of(null, 99, 20_000).metrics()).isEqualTo(99);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1023, 65_516, 70_000})
  void a03_aBaseWithoutRoomIsWrongUse(int base) {
    assertThatThrownBy(() -> Ports.of(null, null, base))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void a04_whatIsNoPortIsWrongUse(int port) {
    assertThatThrownBy(() -> Ports.of(port, null, null))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE));
    assertThatThrownBy(() -> Ports.of(null, port, null))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.message()).contains("--metrics-port"));
  }

  @Test
  void a05_theTableInTheDocumentsSaysTheSame() throws Exception {
    Path repository = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
    String table = Files.readString(repository.resolve("doc").resolve("ports.md"));
    assertThat(table)
        .contains("| " + Ports.SOCKS + " | N + " + Ports.SOCKS_FROM_BASE + " | open")
        .contains("| " + Ports.METRICS + " | N + " + Ports.METRICS_FROM_BASE + " | open")
        .contains("N + " + (Ports.RANGE - 1));
  }
}
