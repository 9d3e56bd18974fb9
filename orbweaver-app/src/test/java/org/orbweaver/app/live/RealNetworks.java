package org.orbweaver.app.live;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What tests need in which real programs run in the networks of nodes. */
final class RealNetworks {
  private RealNetworks() {}

  /** Skips a test where the system lets this user make none. */
  static void assumeAllowed() {
    assumeThat(System.getProperty("user.name")).as("only root may make networks").isEqualTo("root");
    assumeThat(Path.of("/dev/net/tun")).as("the device of which TUN devices are made").exists();
  }

  /** Words that start a program of these tests. */
  static List<String> java(Class<?> main, String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    words.addAll(List.of(arguments));
    return words;
  }

  /** Words by which orbweaver starts one inside a node. */
  static String[] exec(String node, Class<?> main, String... arguments) {
    List<String> words = new ArrayList<>(List.of("exec", node, "--"));
    words.addAll(java(main, arguments));
    return words.toArray(String[]::new);
  }
}
