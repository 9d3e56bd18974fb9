package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;

final class A04_PlacesTest {
  @TempDir Path folder;

  @Test
  void a01_areWhereXdgSays() {
    Places places =
        Places.of(
            Map.of("XDG_STATE_HOME", "/s", "XDG_RUNTIME_DIR", "/run/user/7"), "ada", Path.of("/h"));
    assertThat(places.stateOf("hello")).isEqualTo(Path.of("/s/orbweaver/hello"));
    assertThat(places.pidFileOf("hello")).isEqualTo(Path.of("/run/user/7/orbweaver/hello.pid"));
  }

  @Test
  void a02_withoutXdgAreInTheUsersOwnFolders() {
    Places places = Places.of(Map.of(), "ada", Path.of("/h"));
    assertThat(places.state()).isEqualTo(Path.of("/h/.local/state/orbweaver"));
    assertThat(places.runtime().getFileName()).hasToString("orbweaver-ada");
    assertThat(places.runtimeIsShared()).isTrue();
  }

  @Test
  void a03_forRootAreTheSystems() {
    Places places = Places.of(Map.of(), "root", Path.of("/h"));
    assertThat(places.state()).isEqualTo(Path.of("/var/lib/orbweaver"));
    assertThat(places.runtime()).isEqualTo(Path.of("/run/orbweaver"));
  }

  @Test
  void a04_forRootXdgCountsWhereItIsSet() {
    Places places = Places.of(Map.of("XDG_STATE_HOME", "/s"), "root", Path.of("/h"));
    assertThat(places.state()).isEqualTo(Path.of("/s/orbweaver"));
    assertThat(places.runtime()).isEqualTo(Path.of("/run/orbweaver"));
  }

  @Test
  void a05_aRelativePathCountsAsAbsent() {
    Places places =
        Places.of(Map.of("XDG_STATE_HOME", "s", "XDG_RUNTIME_DIR", ""), "root", Path.of("/h"));
    assertThat(places.state()).isEqualTo(Path.of("/var/lib/orbweaver"));
    assertThat(places.runtime()).isEqualTo(Path.of("/run/orbweaver"));
  }

  @Test
  void a06_areMadeForTheOwnerAlone() throws Exception {
    Places places = in(folder);
    places.prepare("hello");
    places.prepare("hello");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(places.runtime())))
        .isEqualTo("rwx------");
    assertThat(places.stateOf("hello")).isDirectory();
  }

  @Test
  void a07_aFileInTheWayIsNamedWithTheRemedy() throws Exception {
    Files.createFile(folder.resolve("state"));
    assertThatThrownBy(() -> in(folder).prepare("hello"))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
              assertThat(failure.message()).contains(folder.resolve("state").toString());
              assertThat(failure.hint()).contains("XDG_STATE_HOME");
            });
  }

  @Test
  void a08_aFolderOnWhichNobodyMayWriteIsNamedWithTheRemedy() {
    Places places =
        Places.of(
            Map.of("XDG_STATE_HOME", folder.toString(), "XDG_RUNTIME_DIR", "/proc/1"),
            "ada",
            folder);
    assertThatThrownBy(() -> places.prepare("hello"))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
              assertThat(failure.message()).contains("/proc/1/orbweaver cannot be made: ");
              assertThat(failure.hint()).contains("XDG_RUNTIME_DIR");
            });
  }

  /** Places below a folder. */
  static Places in(Path folder) {
    return Places.of(environment(folder), "ada", folder);
  }

  static Map<String, String> environment(Path folder) {
    return Map.of(
        "XDG_STATE_HOME", folder.resolve("state").toString(),
        "XDG_RUNTIME_DIR", folder.resolve("run").toString());
  }
}
