package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;

final class A06_NetworkLockTest {
  @TempDir Path folder;

  private Places places = Places.of(Map.of());

  @BeforeEach
  void setUp() {
    places = A04_PlacesTest.in(folder);
  }

  private Child holder(String network) throws Exception {
    return Child.start(A04_PlacesTest.environment(folder), LockHolder.class, network);
  }

  @Test
  void a01_theHolderLeavesItsPidAndTakesItAway() throws Exception {
    String pid = ProcessHandle.current().pid() + "\n";
    try (NetworkLock lock = NetworkLock.take(places, "hello")) {
      assertThat(places.pidFileOf("hello")).hasContent(pid);
      assertThat(places.stateOf("hello").resolve("lock")).hasContent(pid);
    }
    assertThat(places.runtime()).isEmptyDirectory();
    assertThat(places.stateOf("hello").resolve("lock")).isEmptyFile();
    assertThat(NetworkLock.holder(places, "hello")).isEmpty();
  }

  @Test
  void a02_anotherProcessIsNamedByItsPid() throws Exception {
    try (Child first = holder("hello")) {
      first.await("locked");
      assertThat(NetworkLock.holder(places, "hello")).hasValue(first.pid());
      assertThatThrownBy(() -> NetworkLock.take(places, "hello"))
          .isInstanceOfSatisfying(
              Failure.class,
              failure -> {
                assertThat(failure.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
                assertThat(failure.message())
                    .isEqualTo("the network hello is already running, pid " + first.pid());
                assertThat(failure.hint()).isEqualTo("Stop it with: orbweaver down hello");
              });
      assertThat(places.pidFileOf("hello"))
          .as("the second one has touched nothing")
          .hasContent(first.pid() + "\n");
    }
  }

  @Test
  void a03_anotherNetworkIsFree() throws Exception {
    try (Child first = holder("hello")) {
      first.await("locked");
      try (NetworkLock lock = NetworkLock.take(places, "other")) {
        assertThat(NetworkLock.holder(places, "hello")).isPresent();
      }
    }
  }

  @Test
  void a04_afterSigkillTheNextStartIsClean() throws Exception {
    try (Child first = holder("hello")) {
      first.await("locked");
      first.signal("KILL");
      assertThat(first.exitCode()).isEqualTo(128 + 9);
      assertThat(places.pidFileOf("hello")).as("stale").hasContent(first.pid() + "\n");
      assertThat(NetworkLock.holder(places, "hello")).isEmpty();
    }
    try (NetworkLock lock = NetworkLock.take(places, "hello")) {
      assertThat(places.pidFileOf("hello")).hasContent(ProcessHandle.current().pid() + "\n");
    }
    assertThat(places.runtime()).isEmptyDirectory();
  }

  @Test
  void a05_nonsenseInTheLockFileDoesNotMatter() throws Exception {
    places.prepare("hello");
    Files.writeString(places.stateOf("hello").resolve("lock"), "not a pid, and rather long too");
    assertThat(NetworkLock.holder(places, "hello")).isEmpty();
    try (NetworkLock lock = NetworkLock.take(places, "hello")) {
      assertThat(places.stateOf("hello").resolve("lock"))
          .hasContent(ProcessHandle.current().pid() + "\n");
    }
  }

  @Test
  void a06_downFindsWhatRunsAndStopsIt() throws Exception {
    Down down = new Down(A04_PlacesTest.environment(folder));
    assertThat(down.running()).isEmpty();
    try (Child first = holder("hello");
        Child second = holder("other")) {
      first.await("locked");
      second.await("locked");
      assertThat(down.running()).containsExactly("hello", "other");
      assertThat(down.stop("hello")).hasValue(first.pid());
      assertThat(down.running()).containsExactly("other");
      assertThat(down.stop("hello")).as("no longer there").isEmpty();
      assertThat(down.stop("../other")).as("not a name").isEmpty();
    }
  }
}
