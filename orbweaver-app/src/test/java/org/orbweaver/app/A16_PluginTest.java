package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;
import org.orbweaver.core.schedule.RoutingStrategy;
import org.orbweaver.core.schedule.SelectionStrategy;

/** Strategies that others wrote, found in jars. */
class A16_PluginTest {
  private static final String NAMED = "public String name() { return \"%s\"; }\n";
  private static final String SCORE = "public double score(Sky sky, int candidate) { %s }\n";
  private static final String LASER =
      "public double laserCostS(Snapshot at, int from, int to, double delayS) { %s }\n";

  @TempDir Path folder;

  private Path example() throws IOException {
    Path root = Path.of("../examples/strategy");
    List<Path> sources;
    try (Stream<Path> files = Files.walk(root.resolve("src/main/java"))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    Path classes = PluginJar.compile(folder.resolve("classes"), sources);
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    String name = SelectionStrategy.class.getName();
    Files.copy(
        root.resolve("src/main/resources/META-INF/services").resolve(name), services.resolve(name));
    return PluginJar.jar(classes, Files.createDirectories(folder.resolve("jars")).resolve("e.jar"));
  }

  private String scenario(String selection, String routing) {
    return Tiny.write(
        folder,
        "s.yaml",
        Tiny.YAML
            + "schedule: { strategy: %s }\nrouting: { strategy: %s }\n"
                .formatted(selection, routing));
  }

  @Test
  void a01_theExampleFromItsSourcesToAResult_inAProcessOfItsOwn() throws Exception {
    String jar = example().toString();
    String own = "../examples/strategy/example.yaml";
    String[] tilted = process("plan", own, "--plugins", jar, "--slots", "20").split("\n", -1);
    String highest =
        Files.writeString(
                folder.resolve("highest.yaml"),
                Files.readString(Path.of(own)).replace("tilted-dish", "highest"))
            .toString();
    assertThat(String.join("\n", tilted)).isNotEqualTo(process("plan", highest, "--slots", "20"));
    double north = 0;
    double south = 0;
    for (int row = 1; row < tilted.length - 1; row++) {
      String[] cell = tilted[row].split(",", -1);
      assertThat(cell[2]).isEqualTo("served");
      double northward = Math.cos(Math.toRadians(Double.parseDouble(cell[7])));
      north += cell[1].equals("berlin") ? northward : 0;
      south -= cell[1].equals("perth") ? northward : 0;
    }
    assertThat(north).isPositive();
    assertThat(south).isPositive();
  }

  @Test
  void a02_aFolderOfJars_aFolderOfClasses_andTheEnvironment() throws IOException {
    example();
    String scenario = "../examples/strategy/example.yaml";
    Outcome byFlag = Run.run("plan", scenario, "--plugins", folder.resolve("jars").toString());
    assertThat(byFlag.exitCode()).as(byFlag.err()).isZero();
    assertThat(Run.run("plan", scenario, "--plugins", folder.resolve("classes").toString()))
        .isEqualTo(byFlag);
    assertThat(
            Run.within()
                .variable("ORBWEAVER_PLUGINS", folder.resolve("jars").toString())
                .command("plan", scenario))
        .isEqualTo(byFlag);
    Outcome site =
        Run.within()
            .variable("ORBWEAVER_PLUGINS", folder.resolve("jars").toString())
            .command("site", "50.45,30.52", "--scenario", scenario, "--for", "1m");
    assertThat(site.exitCode()).as(site.err()).isZero();
  }

  @Test
  void a03_withoutThePluginTheNameIsUnknown_alsoAfterARunThatHadIt() throws IOException {
    String jar = example().toString();
    String scenario = "../examples/strategy/example.yaml";
    assertThat(Run.run("plan", scenario, "--plugins", jar).exitCode()).isZero();
    Outcome without = Run.run("plan", scenario);
    assertThat(without.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(without.err())
        .contains("schedule.strategy: is \"tilted-dish\"; the name of a strategy: as-observed,");
  }

  @Test
  void a04_severalPluginsTogether_aRoutingStrategyAmongThem() throws IOException {
    Path selection =
        PluginJar.of(
            folder,
            "Lowest",
            SelectionStrategy.class,
            NAMED.formatted("lowest") + SCORE.formatted("return -sky.sinElevation(candidate);"));
    Path routing =
        PluginJar.of(
            folder,
            "Even",
            RoutingStrategy.class,
            NAMED.formatted("even") + LASER.formatted("return to % 2 == 0 ? delayS : 5;"));
    Outcome outcome =
        Run.run(
            "plan",
            scenario("lowest", "even"),
            "--plugins",
            selection + File.pathSeparator + routing);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).isNotEqualTo(Run.run("plan", Tiny.in(folder)).out());
  }

  @Test
  void b01_whatIsNotThere_orNoPlugin() throws IOException {
    String plain = scenario("highest", "shortest-delay");
    Path text = Files.writeString(folder.resolve("text.jar"), "not a jar");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path other = PluginJar.of(folder.resolve("other.jar"), "README", "nothing");
    assertBad("there is no plug-in '/no/such.jar'", "plan", plain, "--plugins", "/no/such.jar");
    assertBad("the plug-in '" + text + "' cannot be read", "plan", plain, "--plugins", text + "");
    assertBad(
        "the plug-in folder '" + empty + "' holds no jar", "plan", plain, "--plugins", empty + "");
    assertBad(
        "the plug-in '" + other + "' holds no strategy", "plan", plain, "--plugins", other + "");
    assertBad("has an empty part", "plan", plain, "--plugins", File.pathSeparator + other);
  }

  @Test
  void b02_whatCannotBeLoaded() throws IOException {
    String services = "META-INF/services/" + SelectionStrategy.class.getName();
    assertLoadFails(
        PluginJar.of(folder.resolve("gone.jar"), services, "no.such.Class\n"),
        "a selection strategy cannot be loaded",
        "no.such.Class");
    assertLoadFails(
        PluginJar.of(
            folder,
            "Hidden",
            SelectionStrategy.class,
            "private Hidden() {}\n" + NAMED.formatted("hidden") + SCORE.formatted("return 0;")),
        "a selection strategy cannot be loaded",
        "Hidden");
    assertLoadFails(
        PluginJar.of(
            folder,
            "Thrower",
            SelectionStrategy.class,
            "public Thrower() { throw new IllegalStateException(\"no licence\"); }\n"
                + NAMED.formatted("thrower")
                + SCORE.formatted("return 0;")),
        "a selection strategy cannot be loaded",
        "Thrower",
        "no licence");
    assertLoadFails(
        PluginJar.of(folder, "Shouty", RoutingStrategy.class, NAMED.formatted("SHOUTY NAME")),
        "the routing strategy 'Shouty' calls itself 'SHOUTY NAME'");
    assertLoadFails(
        PluginJar.of(
            folder,
            "Nameless",
            SelectionStrategy.class,
            "public String name() { return null; }\n" + SCORE.formatted("return 0;")),
        "the selection strategy 'Nameless' calls itself 'null'");
  }

  private void assertLoadFails(Path jar, String... said) {
    Outcome outcome =
        Run.run("plan", scenario("highest", "shortest-delay"), "--plugins", jar.toString());
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.err()).contains(said).doesNotContain("\tat ", "a fault of ours");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void b03_whatThrowsOrGivesNonsense() throws IOException {
    String scored = "the selection strategy '%s' ";
    assertRunFails(
        "Broken",
        SCORE.formatted("return 1 / (candidate - candidate);"),
        scored + "threw java.lang.ArithmeticException: / by zero");
    assertRunFails(
        "Greedy",
        SCORE.formatted("return sky.rangeM(-1);"),
        scored + "threw java.lang.ArrayIndexOutOfBoundsException");
    assertRunFails(
        "Deep",
        SCORE.formatted("return score(sky, candidate);"),
        scored + "threw java.lang.StackOverflowError");
    assertRunFails(
        "Nan",
        SCORE.formatted("return Double.NaN;"),
        scored + "gives a score that is no number (NaN)");
    Path jar =
        PluginJar.of(
            folder,
            "Payer",
            RoutingStrategy.class,
            NAMED.formatted("payer") + LASER.formatted("return -1;"));
    assertBad(
        "the routing strategy 'payer' says that a laser link costs -1.0; a cost is from 0 to 10.0",
        "plan",
        scenario("highest", "payer"),
        "--plugins",
        jar.toString());
  }

  private void assertRunFails(String name, String body, String said) throws IOException {
    String strategy = name.toLowerCase(Locale.ROOT);
    Path jar =
        PluginJar.of(folder, name, SelectionStrategy.class, NAMED.formatted(strategy) + body);
    assertBad(
        said.formatted(strategy),
        "plan",
        scenario(strategy, "shortest-delay"),
        "--plugins",
        jar.toString());
  }

  private static void assertBad(String said, String... command) {
    Outcome outcome = Run.run(command);
    assertThat(outcome.err())
        .startsWith("orbweaver: ")
        .contains(said)
        .doesNotContain("\tat ", "a fault of ours");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }

  private static String process(String... args) throws Exception {
    ProcessBuilder builder = Run.process(args);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out;
  }
}
