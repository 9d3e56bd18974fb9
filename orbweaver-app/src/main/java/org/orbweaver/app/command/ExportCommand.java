package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Reasons;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Progress;
import org.orbweaver.app.trace.NetemFolder;
import org.orbweaver.app.trace.Ns3File;
import org.orbweaver.app.trace.TraceFolder;
import org.orbweaver.app.trace.TracePoint;
import org.orbweaver.app.trace.TraceWriter;
import org.orbweaver.core.Planner;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Slot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver export}: what a plan does to traffic, for other programs to replay. */
@Command(
    name = "export",
    description = {
      "Write what the network does to the traffic of terminals, slot after slot, as a trace.",
      "netem: a folder with a file for each terminal and a script that plays it to tc. ns3: one"
          + " table of all terminals. trace: a folder with a file for each terminal, as up --trace"
          + " takes it. Delays are one way, propagation only; rates are those of the"
          + " plan; a handover holds traffic. doc/formats.md describes them."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver export netem hello --terminal berlin --slots 240 --out traces",
      "  sh traces/play.sh traces/berlin.netem eth0 | sudo tc -batch -",
      "  orbweaver export trace hello --terminal berlin --slots 240 --out traces",
      "  orbweaver export ns3 hello --slots 40 --step 500ms --out hello.csv"
    })
final class ExportCommand implements Callable<Integer> {
  private static final long NS_PER_MS = 1_000_000;

  /** What can be written. */
  enum Target {
    NETEM,
    NS3,
    TRACE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(index = "0", paramLabel = "FORMAT", description = "netem, ns3 or trace.")
  Target target = Target.NETEM;

  @Parameters(
      index = "1",
      paramLabel = "SCENARIO",
      description = "Scenario file, or the name of a shipped scenario.")
  String scenario = "";

  @Mixin ScenarioOptions scenarioOptions = new ScenarioOptions();

  @Option(
      names = "--out",
      paramLabel = "PATH",
      required = true,
      description = "Folder for netem and trace, file for ns3.")
  String out = "";

  @Mixin SlotOptions slotOptions = new SlotOptions();

  @Option(
      names = "--step",
      paramLabel = "DURATION",
      defaultValue = "1s",
      converter = Durations.class,
      description =
          "Time between changes of the delay within a slot, such as 100ms; 1s by default.")
  long stepNs = 1_000_000_000;

  @Option(names = "--force", description = "Replace what is there.")
  boolean force;

  ExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (stepNs % NS_PER_MS != 0) {
      throw Failure.usage("--step must be whole milliseconds", null);
    }
    boolean anyService;
    try (NewPath place = NewPath.claim(path(), target != Target.NS3, force)) {
      place
          .remains()
          .forEach(
              path -> surroundings.err().println("note: an export was killed and left " + path));
      Network network = scenarioOptions.loadForAnswers(surroundings, scenario);
      int[] wanted = slotOptions.terminals(network);
      if (wanted.length == 0) {
        throw Failure.badInput("the scenario has no terminals", null);
      }
      anyService = write(place, network, wanted);
    } catch (IOException e) {
      throw Failure.environment(
          "cannot write " + out + ": " + Reasons.ofWriting(e), "Name another place with --out.");
    }
    surroundings.out().println(out);
    surroundings.out().flush();
    return anyService ? ExitCode.DONE : ExitCode.NO;
  }

  private boolean write(NewPath place, Network network, int[] wanted) throws IOException {
    Fold fold = new Fold(new Planner(network));
    Slot slot = slotOptions.first(network);
    TracePoint.Cut cut =
        new TracePoint.Cut(
            network.scenario().time().slotSeconds() * 1000L,
            stepNs / NS_PER_MS,
            network.scenario().schedule().handoverHoldMs());
    boolean anyService = false;
    Progress progress = OutputOptions.progress(surroundings, "slots", slotOptions.slots());
    try (TraceWriter trace =
        switch (target) {
          case NETEM -> new NetemFolder(place.partial(), network, wanted, cut, slot.startNs());
          case NS3 -> new Ns3File(place.partial(), network, wanted, cut);
          case TRACE -> new TraceFolder(place.partial(), network, wanted, cut);
        }) {
      for (int done = 0; done < slotOptions.slots(); done++) {
        var plan = fold.at(slot);
        trace.slot(plan, done * cut.slotMs());
        for (int i = 0; i < wanted.length && !anyService; i++) {
          anyService = plan.schedule().isServed(wanted[i]);
        }
        progress.at(done + 1);
        slot = network.slots().next(slot);
      }
      trace.finish();
    } finally {
      progress.hide();
    }
    place.publish();
    return anyService;
  }

  private Path path() {
    try {
      return Path.of(out);
    } catch (InvalidPathException e) {
      throw Failure.usage("'" + out + "' cannot be a path", null);
    }
  }
}
