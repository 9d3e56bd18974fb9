package org.orbweaver.app.packets;

import java.io.IOException;
import java.util.List;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Main;
import org.orbweaver.app.Reasons;
import org.orbweaver.dataplane.linux.UserNamespace;

/** Packets for ordinary users: their networks live in a user namespace of their own. */
public final class Rootless {
  private Rootless() {}

  /**
   * Where this process is the program itself, may not make networks, and could in a user namespace:
   * begins anew in one, and does not return. Elsewhere does nothing: whoever asks for packets is
   * told why there are none.
   */
  public static void prepare() {
    try {
      if (!UserNamespace.mayMakeNetworks()
          && UserNamespace.commandLine().contains(Main.class.getName())
          && UserNamespace.obstacle() == null) {
        UserNamespace.beginAnew(whoIAm());
      }
    } catch (IOException e) {
      // Not a Linux, or one that shows no processes: then there are no packets either.
    }
  }

  /** Joins the user namespace of a network; does not return where it is another one. */
  public static void join(long process) {
    try {
      if (UserNamespace.isElsewhere(process)) {
        UserNamespace.beginAnewIn(process, whoIAm());
      }
    } catch (IOException e) {
      throw Failure.environment(
          "the networks of process " + process + " cannot be entered: " + Reasons.of(e),
          "Ask as the user who started it.");
    }
  }

  /** Folders go by who the user is outside. */
  private static List<String> whoIAm() {
    return List.of(
        "-Duser.name=" + System.getProperty("user.name"),
        "-Duser.home=" + System.getProperty("user.home"));
  }
}
