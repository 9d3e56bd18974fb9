package org.orbweaver.app.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.orbweaver.app.Surroundings;
import picocli.CommandLine;

/** The list of commands, in the order in which {@code --help} shows them. */
public final class Commands {
  private record Entry(String name, Function<Surroundings, Object> make) {}

  private static final List<Entry> ALL =
      List.of(
          new Entry("up", UpCommand::new),
          new Entry("down", DownCommand::new),
          new Entry("exec", ExecCommand::new),
          new Entry("ps", PsCommand::new),
          new Entry("record", RecordCommand::new),
          new Entry("top", TopCommand::new),
          new Entry("fail", FailCommand::new),
          new Entry("repair", RepairCommand::new),
          new Entry("pause", PauseCommand::new),
          new Entry("resume", ResumeCommand::new),
          new Entry("speed", SpeedCommand::new),
          new Entry("path", PathCommand::new),
          new Entry("plan", PlanCommand::new),
          new Entry("site", SiteCommand::new),
          new Entry("countries", CountriesCommand::new),
          new Entry("check", CheckCommand::new),
          new Entry("area", AreaCommand::new),
          new Entry("licence", LicenceCommand::new),
          new Entry("service", ServiceCommand::new),
          new Entry("case", CaseCommand::new),
          new Entry("account", AccountCommand::new),
          new Entry("line", LineCommand::new),
          new Entry("payer", PayerCommand::new),
          new Entry("terminal", TerminalCommand::new),
          new Entry("allowlist", AllowListCommand::new),
          new Entry("key", KeyCommand::new),
          new Entry("ledger", LedgerCommand::new),
          new Entry("witness", WitnessCommand::new),
          new Entry("validate", ValidateCommand::new),
          new Entry("config", ConfigCommand::new),
          new Entry("fetch", FetchCommand::new),
          new Entry("import", ImportCommand::new),
          new Entry("export", ExportCommand::new),
          new Entry("schema", SchemaCommand::new),
          new Entry("completion", CompletionCommand::new),
          new Entry("version", VersionCommand::new),
          new Entry("help", surroundings -> new CommandLine.HelpCommand()));

  /** Commands that are about the other commands. */
  private static final Set<String> NEED_ALL = Set.of("help", "completion", "config");

  private static final Set<String> VERSION = Set.of("--version", "-V");

  private static final Pattern SOUTHERN_PLACE = Pattern.compile("-[0-9.]+\\s*,.*");

  private Commands() {}

  /**
   * A parser for the given arguments. Where they begin with a command's name, only that command is
   * made, and none for the version, since reading the annotations of all of them would double the
   * start of a quick one.
   */
  public static CommandLine assemble(Surroundings surroundings, String... args) {
    CommandLine root = new CommandLine(new OrbweaverCommand(surroundings));
    for (Entry entry : wanted(args)) {
      Object command = entry.make().apply(surroundings);
      CommandLine line = new CommandLine(command);
      root.addSubcommand(entry.name(), line);
      if (command instanceof CommandGroup group) {
        group.members().forEach(line::addSubcommand);
      }
    }
    ConfigCommand.adoptOptions(root);
    ColumnHelp.install(root);
    return root;
  }

  /**
   * The same arguments, with a blank before what is a place south of the equator: {@code
   * -33.87,151.21} would be taken for an option. The blank is nobody's business after that.
   */
  public static String[] guarded(String... args) {
    return Arrays.stream(args)
        .map(arg -> SOUTHERN_PLACE.matcher(arg).matches() ? " " + arg : arg)
        .toArray(String[]::new);
  }

  private static List<Entry> wanted(String... args) {
    if (args.length == 1 && VERSION.contains(args[0])) {
      return List.of();
    }
    List<Entry> wanted = new ArrayList<>();
    for (Entry entry : ALL) {
      if (args.length > 0 && entry.name().equals(args[0]) && !NEED_ALL.contains(args[0])) {
        wanted.add(entry);
      }
    }
    return wanted.isEmpty() ? ALL : wanted;
  }
}
