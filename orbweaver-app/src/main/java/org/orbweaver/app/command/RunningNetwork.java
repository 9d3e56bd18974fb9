package org.orbweaver.app.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.live.Control;
import org.orbweaver.app.live.Down;

/** Which network of those that run on this machine a command means. */
final class RunningNetwork {
  private RunningNetwork() {}

  /**
   * The way to a network; null, and said so, where it does not run.
   *
   * @param named by the user, or null for the one that runs
   * @throws Failure wrong use, where several run and none is named
   */
  static @Nullable Control find(Surroundings surroundings, @Nullable String named) {
    List<String> running = new Down(surroundings.environment()).running();
    if (named == null && running.size() > 1) {
      throw Failure.usage(
          "several networks run: " + String.join(", ", running), "Name the one that you mean.");
    }
    String chosen = named != null ? named : running.isEmpty() ? null : running.getFirst();
    if (chosen == null || !running.contains(chosen)) {
      surroundings
          .err()
          .println(
              chosen == null
                  ? "no network runs; orbweaver up starts one"
                  : "the network " + chosen + " does not run");
      return null;
    }
    return new Control(surroundings.environment(), chosen);
  }

  /**
   * Tells a network something and prints its answer.
   *
   * @param named as {@link #find} takes it
   * @return the exit code
   */
  static int tell(Surroundings surroundings, @Nullable String named, List<String> words)
      throws InterruptedException {
    Control control = find(surroundings, named);
    if (control == null) {
      return ExitCode.NO;
    }
    control.ask(words).forEach(surroundings.out()::println);
    return ExitCode.DONE;
  }
}
