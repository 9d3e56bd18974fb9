package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Reasons;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.live.Control;
import org.orbweaver.app.packets.Refusals;
import org.orbweaver.app.packets.Rootless;
import org.orbweaver.dataplane.linux.Enter;
import org.orbweaver.dataplane.linux.ErrnoException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orbweaver exec}: runs a program inside a node's own network. */
@Command(
    name = "exec",
    description = {
      "Run any program inside the network of a terminal of a running network: its packets take the"
          + " terminal's path, with its delay, rate and handovers.",
      "NODE is a terminal's name; pop:NAME, the network behind a PoP; gateway:NAME or sat:NAME,"
          + " which is reached by the way that leads there; or internet, which is as near to every"
          + " PoP. Each has addresses of its own, IPv4 and IPv6, and finds the others by name:"
          + " berlin.terminal.orbweaver, frankfurt.pop.orbweaver, also without the last two words.",
      "The program takes this command's place: its input, output, signals and exit code are its"
          + " own. Where user namespaces and /dev/net/tun are open to everybody it needs no right;"
          + " else it needs root, for this command and for orbweaver up. Ends with 1 where no"
          + " network runs."
    },
    footer = {
      "",
      "Examples:",
      "  sudo orbweaver exec berlin -- ping frankfurt.pop.orbweaver",
      "  sudo orbweaver exec pop:frankfurt -- iperf3 -s",
      "  sudo orbweaver exec berlin -- iperf3 -c frankfurt.pop",
      "  sudo orbweaver exec sat:25544 -- python3 -m http.server 80",
      "  sudo orbweaver exec berlin -- bash"
    })
final class ExecCommand implements Callable<Integer> {
  private static final int PROGRAM_NOT_FOUND = 127;

  /** With the short names of the help. */
  private static final String RESOLV_CONF =
      """
      nameserver %s
      search terminal.orbweaver pop.orbweaver orbweaver
      """;

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      index = "0",
      paramLabel = "NODE",
      description = "A terminal's name, pop:NAME, gateway:NAME, sat:NAME or internet.")
  String node = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "COMMAND",
      description = "The program and its arguments; best after --.")
  List<String> command = new ArrayList<>();

  @Mixin NetworkOption chosen = new NetworkOption();

  ExecCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    Control control = RunningNetwork.find(surroundings, chosen.network);
    if (control == null) {
      return ExitCode.NO;
    }
    String[] words = control.ask(List.of("attach", node)).getFirst().split("\t", -1);
    Rootless.join(Long.parseLong(words[0]));
    Path namespace = Path.of("/proc", words[0], "fd", words[1]);
    surroundings.out().flush();
    try {
      Enter.become(namespace, RESOLV_CONF.formatted(words[4]), command);
      return ExitCode.OUR_FAULT;
    } catch (ErrnoException e) {
      if (e.errno() == ErrnoException.ENOENT && e.isOf(command.getFirst())) {
        surroundings.err().println("orbweaver: there is no program " + command.getFirst());
        return PROGRAM_NOT_FOUND;
      }
      throw Refusals.of(e);
    } catch (IOException e) {
      throw Failure.environment("a temporary file cannot be written: " + Reasons.of(e), null);
    }
  }
}
