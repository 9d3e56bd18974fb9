package org.orbweaver.app.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.foreign.Converted;
import org.orbweaver.format.foreign.HypatiaState;
import org.orbweaver.format.foreign.StarryNetConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver import}: another simulator's network as a scenario. */
@Command(
    name = "import",
    description = {
      "Make a scenario of what another simulator wrote: a folder that can be planned at once.",
      "hypatia: the state of a satellite network, with tles.txt, isls.txt, ground_stations.txt and"
          + " description.txt. starrynet: a config.json, or the folder that has it. Prints the"
          + " scenario's file. Writes nothing where anything is wrong."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver import hypatia gen_data/kuiper_630 --out kuiper",
      "  orbweaver path kuiper/kuiper.yaml --instant --all-pairs",
      "  orbweaver import hypatia gen_data/kuiper_630 --out kuiper --ground both --force",
      "  orbweaver import starrynet StarryNet/config.json --out shells"
    })
final class ImportCommand implements Callable<Integer> {
  private static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";

  /** What can be imported. */
  enum Source {
    HYPATIA,
    STARRYNET;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(index = "0", paramLabel = "FORMAT", description = "hypatia or starrynet.")
  Source source = Source.HYPATIA;

  @Parameters(
      index = "1",
      paramLabel = "DIR",
      description = "The folder that the simulator wrote, or its file.")
  String folder = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the scenario; made where it is not there.")
  String out = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the scenario and of its file; that of the --out folder by default.")
  @Nullable String name;

  @Option(
      names = "--ground",
      paramLabel = "KIND",
      defaultValue = "terminals",
      description =
          "What ground stations become: terminals, gateways or both; terminals by default. A"
              + " gateway comes with a PoP at its place.")
  HypatiaState.Ground ground = HypatiaState.Ground.TERMINALS;

  @Option(
      names = "--force",
      description = "Replace files of an earlier import in the --out folder.")
  boolean force;

  ImportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path from = path(folder);
    Path to = path(out);
    String scenario = name == null ? derivedName(to) : checkedName(name);
    Converted converted =
        switch (source) {
          case HYPATIA -> hypatia(from, scenario);
          case STARRYNET ->
              StarryNetConfig.read(
                  Files.isDirectory(from) ? from.resolve(StarryNetConfig.FILE) : from, scenario);
        };
    if (!converted.problems().isEmpty()) {
      throw Failure.badInput(
          ScenarioOptions.listing(folder + " cannot be used", converted.problems()), null);
    }
    ScenarioFolder.write(
        to, converted.files(), force, Utc.ofInstant(surroundings.clock().instant()));
    converted.notes().forEach(note -> surroundings.err().println("note: " + note));
    if (source == Source.HYPATIA && ground == HypatiaState.Ground.TERMINALS) {
      surroundings
          .err()
          .println(
              "note: without gateways there is no schedule; ask for ways with path --instant, or"
                  + " import with --ground both");
    }
    surroundings.out().println(to.resolve(scenario + ".yaml"));
    surroundings.out().flush();
    return ExitCode.DONE;
  }

  private Converted hypatia(Path from, String scenario) {
    if (!Files.isDirectory(from)) {
      throw Failure.badInput("'" + folder + "' is not a folder", null);
    }
    if (!HypatiaState.isIn(from)) {
      throw Failure.badInput(
          "'" + folder + "' has no tles.txt",
          Files.exists(from.resolve(StarryNetConfig.FILE))
              ? "It may be StarryNet's: orbweaver import starrynet " + folder
              : "Name the folder with the state of one network.");
    }
    return HypatiaState.read(from, scenario, ground);
  }

  private static Path path(String written) {
    try {
      return Path.of(written);
    } catch (InvalidPathException e) {
      throw Failure.usage("'" + written + "' cannot be a folder", null);
    }
  }

  private static String checkedName(String name) {
    if (!name.matches(NAME)) {
      throw Failure.usage(
          "'" + name + "' cannot be the name of a scenario",
          "1 to 63 lower-case letters of a to z, digits and -, not a - first.");
    }
    return name;
  }

  private static String derivedName(Path to) {
    Path last = to.toAbsolutePath().normalize().getFileName();
    String slug =
        (last == null ? "" : last.toString())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+", "");
    String name = slug.substring(0, Math.min(63, slug.length())).replaceAll("-+$", "");
    return name.isEmpty() ? "imported" : name;
  }
}
