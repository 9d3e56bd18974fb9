package org.orbweaver.dataplane.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Rights over networks of its own for a process that has none over the system's: a user namespace,
 * in which its user is root. A process with several threads can neither make nor enter one, so it
 * begins anew, in its own place, through {@code unshare} or {@code nsenter} of util-linux. Sources:
 * Linux, user_namespaces(7), capabilities(7).
 */
public final class UserNamespace {
  private static final long NET_ADMIN_AND_SYS_ADMIN = 1L << 12 | 1L << 21;
  private static final Path SELF = Path.of("/proc/self");
  private static final long PATIENCE_S = 10;

  private UserNamespace() {}

  /** Whether this process may make networks as it is. */
  public static boolean mayMakeNetworks() {
    try {
      for (String line : Files.readAllLines(SELF.resolve("status"))) {
        if (line.startsWith("CapEff:")) {
          long has = Long.parseUnsignedLong(line.substring("CapEff:".length()).strip(), 16);
          return (has & NET_ADMIN_AND_SYS_ADMIN) == NET_ADMIN_AND_SYS_ADMIN;
        }
      }
    } catch (IOException | NumberFormatException e) {
      // Not a Linux that says so.
    }
    return false;
  }

  /**
   * What keeps a process without rights from getting a user namespace and devices in it, and what
   * to change; null where nothing does.
   */
  public static @Nullable String obstacle() {
    String why = refusal();
    return why == null ? obstacleOfDevice(Path.of("/")) : obstacleOfNamespace(Path.of("/"), why);
  }

  /** What unshare says where it fails; null where it does not. */
  private static @Nullable String refusal() {
    try {
      Process trial =
          new ProcessBuilder("unshare", "--user", "--map-root-user", "--net", "true")
              .redirectErrorStream(true)
              .start();
      trial.getOutputStream().close();
      String said = new String(trial.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return trial.waitFor(PATIENCE_S, TimeUnit.SECONDS) && trial.exitValue() == 0
          ? null
          : said.strip().replace('\n', ' ');
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  /**
   * The setting that refuses user namespaces.
   *
   * @param root of the file system
   * @param said by the system; empty where the program that asks it is missing
   */
  static String obstacleOfNamespace(Path root, String said) {
    if (said.isEmpty()) {
      return "the program unshare is missing: install util-linux";
    }
    Path kernel = root.resolve("proc/sys/kernel");
    if (is(kernel.resolve("unprivileged_userns_clone"), "0")) {
      return "this system keeps user namespaces to root:"
          + " sudo sysctl kernel.unprivileged_userns_clone=1";
    }
    if (is(kernel.resolve("apparmor_restrict_unprivileged_userns"), "1")) {
      return "AppArmor keeps user namespaces from programs without a profile:"
          + " sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0";
    }
    if (is(root.resolve("proc/sys/user/max_user_namespaces"), "0")) {
      return "this system has no room for user namespaces:"
          + " sudo sysctl user.max_user_namespaces=10000";
    }
    return "this system refuses a user namespace (" + said + ")";
  }

  /** Why a TUN device cannot be made inside; null where it can. */
  static @Nullable String obstacleOfDevice(Path root) {
    Path device = root.resolve(Tun.CLONE_DEVICE.substring(1));
    if (!Files.exists(device)) {
      return "there is no " + Tun.CLONE_DEVICE + ": sudo modprobe tun";
    }
    return Files.isReadable(device) && Files.isWritable(device)
        ? null
        : Tun.CLONE_DEVICE + " is not open to this user: sudo chmod 0666 " + Tun.CLONE_DEVICE;
  }

  private static boolean is(Path file, String value) {
    try {
      return Files.readString(file).strip().equals(value);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether another process lives in another user namespace than this one. */
  public static boolean isElsewhere(long process) throws IOException {
    Path theirs = Path.of("/proc", Long.toString(process), "ns", "user");
    return !Files.readSymbolicLink(theirs)
        .equals(Files.readSymbolicLink(SELF.resolve("ns").resolve("user")));
  }

  /**
   * Begins this process anew in a user namespace of its own, with the same command line, and more
   * options for the Java machine. Returns only by throwing.
   *
   * @param options such as {@code -Duser.name=...}: inside, the user is called root
   */
  public static void beginAnew(List<String> options) throws IOException {
    become(List.of("unshare", "--user", "--map-root-user", "--"), options);
  }

  /** The same in the user namespace of another process of this user. */
  public static void beginAnewIn(long process, List<String> options) throws IOException {
    become(
        List.of("nsenter", "--user", "--preserve-credentials", "--target", "" + process, "--"),
        options);
  }

  private static void become(List<String> through, List<String> options) throws IOException {
    List<String> command = new ArrayList<>(through);
    command.add(Files.readSymbolicLink(SELF.resolve("exe")).toString());
    command.addAll(options);
    List<String> own = commandLine();
    command.addAll(own.subList(1, own.size()));
    Exec.become(command);
  }

  /** With which this process was started. */
  public static List<String> commandLine() throws IOException {
    String all = Files.readString(SELF.resolve("cmdline"));
    return Arrays.asList(all.split("\0"));
  }
}
