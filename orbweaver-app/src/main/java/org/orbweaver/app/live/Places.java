package org.orbweaver.app.live;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Reasons;

/**
 * Where networks keep their state and say that they run, after the XDG base directory
 * specification, 0.8. For root without those variables: under {@code /var/lib} and {@code /run}.
 *
 * @param state holds a folder for each network
 * @param runtime holds a pid file for each network that runs
 * @param runtimeIsShared whether {@code runtime} lies in a folder that everybody may write
 */
record Places(Path state, Path runtime, boolean runtimeIsShared) {
  private static final String APP = "orbweaver";
  private static final String FOR_OWNER_ONLY = "rwx------";

  static Places of(Map<String, String> environment) {
    String user = System.getProperty("user.name", "");
    return of(environment, user, Path.of(System.getProperty("user.home", "")));
  }

  static Places of(Map<String, String> environment, String user, Path home) {
    boolean root = user.equals("root");
    Path stateHome = absolute(environment.get("XDG_STATE_HOME"));
    if (stateHome == null) {
      stateHome = root ? Path.of("/var/lib") : home.resolve(".local").resolve("state");
    }
    Path state = stateHome.resolve(APP);
    Path runtimeHome = absolute(environment.get("XDG_RUNTIME_DIR"));
    if (runtimeHome != null) {
      return new Places(state, runtimeHome.resolve(APP), false);
    }
    if (root) {
      return new Places(state, Path.of("/run").resolve(APP), false);
    }
    Path shared = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
    return new Places(state, shared.resolve(APP + "-" + user), true);
  }

  /** As the specification has it: a path that is not absolute counts as absent. */
  private static @Nullable Path absolute(@Nullable String path) {
    return path != null && path.startsWith("/") ? Path.of(path) : null;
  }

  Path stateOf(String network) {
    return state.resolve(network);
  }

  /** Where a network keeps the addresses of its nodes. */
  Path addressesOf(String network) {
    return stateOf(network).resolve("addresses");
  }

  Path pidFileOf(String network) {
    return runtime.resolve(network + ".pid");
  }

  /** Where a running network can be told things. */
  Path controlOf(String network) {
    return runtime.resolve(network + ".control");
  }

  /**
   * Makes the folders of a network where they are missing.
   *
   * @throws Failure where one cannot be made or written, naming it and the remedy
   */
  void prepare(String network) {
    prepareState(network);
    make(runtime, "XDG_RUNTIME_DIR");
    if (runtimeIsShared && !isOwn(runtime)) {
      throw Failure.environment(
          "the folder " + runtime + " belongs to somebody else",
          "Set XDG_RUNTIME_DIR to a folder of your own.");
    }
  }

  /** Makes the state folder of a network where it is missing. */
  void prepareState(String network) {
    make(stateOf(network), "XDG_STATE_HOME");
  }

  private static void make(Path folder, String variable) {
    String remedy = "Set " + variable + " to a folder that you may write.";
    try {
      Path parent = Objects.requireNonNull(folder.getParent());
      Files.createDirectories(parent);
      if (!Files.isDirectory(folder)) {
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FOR_OWNER_ONLY)));
      }
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw Failure.environment(
            "there is a file where the folder " + folder + " belongs", remedy);
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw Failure.environment(
          "the folder " + folder + " cannot be made: " + Reasons.of(e), remedy);
    }
    if (!Files.isWritable(folder)) {
      throw Failure.environment("the folder " + folder + " cannot be written", remedy);
    }
  }

  /** By number where the system shows it: in a user namespace names are others. */
  private static boolean isOwn(Path folder) {
    Path self = Path.of("/proc/self");
    try {
      return Files.exists(self)
          ? Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS)
              .equals(Files.getAttribute(self, "unix:uid"))
          : Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)
              .getName()
              .equals(System.getProperty("user.name"));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
