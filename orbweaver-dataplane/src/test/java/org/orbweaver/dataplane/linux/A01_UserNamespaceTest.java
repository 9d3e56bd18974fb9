package org.orbweaver.dataplane.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where a user cannot have networks, in made-up systems. */
final class A01_UserNamespaceTest {
  @TempDir Path root;

  private void setting(String file, String value) throws Exception {
    Path path = root.resolve("proc/sys").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, value + "\n");
  }

  private String said() {
    return UserNamespace.obstacleOfNamespace(root, "unshare failed: Operation not permitted");
  }

  @Test
  void a01_theSettingThatRefusesIsNamed() throws Exception {
    assertThat(said()).contains("refuses a user namespace", "Operation not permitted");
    setting("user/max_user_namespaces", "0");
    assertThat(said()).contains("sudo sysctl user.max_user_namespaces=");
    setting("kernel/apparmor_restrict_unprivileged_userns", "1");
    assertThat(said()).contains("sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0");
    setting("kernel/unprivileged_userns_clone", "0");
    assertThat(said()).contains("sudo sysctl kernel.unprivileged_userns_clone=1");
  }

  @Test
  void a02_settingsThatAllowItAreNotNamed() throws Exception {
    setting("user/max_user_namespaces", "1000");
    setting("kernel/apparmor_restrict_unprivileged_userns", "0");
    setting("kernel/unprivileged_userns_clone", "1");
    assertThat(said()).contains("refuses a user namespace");
  }

  @Test
  void a03_aMissingProgramIsNamed() {
    assertThat(UserNamespace.obstacleOfNamespace(root, "")).contains("install util-linux");
  }

  @Test
  void a04_theDeviceMustBeThereAndOpen() throws Exception {
    assertThat(UserNamespace.obstacleOfDevice(root)).contains("modprobe tun");
    Path device = root.resolve("dev/net/tun");
    Files.createDirectories(device.getParent());
    Files.createFile(device);
    assertThat(UserNamespace.obstacleOfDevice(root)).isNull();
  }
}
