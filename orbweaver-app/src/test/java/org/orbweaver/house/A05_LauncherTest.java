package org.orbweaver.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a small project of its own, with JDKs and a Maven that only say they ran. */
class A05_LauncherTest {
  @TempDir Path folder;

  private Path project;
  private Path tools;
  private Path jdk;

  private record Run(int exitCode, String out, String err) {}

  @BeforeEach
  void project() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh here");
    project = Files.createDirectories(folder.resolve("a project"));
    tools = Files.createDirectories(folder.resolve("tools"));
    Files.copy(SourceTree.ROOT.resolve("orbweaver"), project.resolve("orbweaver"));
    executable(project.resolve("orbweaver"));
    Files.createDirectories(project.resolve("orbweaver-app/src/main"));
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    Files.writeString(project.resolve("orbweaver-app/src/main/A.java"), "");
    Files.writeString(project.resolve("orbweaver-app/pom.xml"), "<project/>");
    age(project.resolve("pom.xml"));
    age(project.resolve("orbweaver-app/pom.xml"));
    age(project.resolve("orbweaver-app/src/main/A.java"));
    age(project.resolve("orbweaver-app/src/main"));
    jdk = jdk("jdk", "25.0.1");
    maven(
        """
        echo built >>"%s/builds"
        mkdir -p orbweaver-app/target/lib
        : >orbweaver-app/target/orbweaver-app-0.1.0.jar
        """
            .formatted(folder));
  }

  @Test
  void a01_buildsOnceAndHandsOverToJava() throws Exception {
    Run first = run("path", "hello", "--from", "a b");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out())
        .startsWith("java 25.0.1")
        .contains("-Dorbweaver.home=" + project.toRealPath())
        .endsWith("org.orbweaver.app.Main path hello --from a b\n");
    assertThat(first.err()).contains("building");

    Run second = run("--version");
    assertThat(second.out()).endsWith("org.orbweaver.app.Main --version\n");
    assertThat(second.err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a02_buildsAgainWhenASourceIsNewer() throws Exception {
    run("x");
    Files.setLastModifiedTime(
        project.resolve("orbweaver-app/src/main/A.java"),
        FileTime.from(Instant.now().plusSeconds(5)));
    run("x");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void a03_worksThroughALinkFromAnyFolder() throws Exception {
    Path link = tools.resolve("ow");
    Files.createSymbolicLink(link, project.resolve("orbweaver"));
    Run run = run(Map.of(), List.of(link.toString(), "x"));
    assertThat(run.out()).contains("-Dorbweaver.home=" + project.toRealPath());
  }

  @Test
  void a04_twoFirstStartsAtOnceBuildOnce() throws Exception {
    maven(
        """
        echo built >>"%s/builds"
        sleep 1
        mkdir -p orbweaver-app/target/lib
        : >orbweaver-app/target/orbweaver-app-0.1.0.jar
        """
            .formatted(folder));
    Process first = start(Map.of(), List.of(launcher(), "x"), "first");
    Process second = start(Map.of(), List.of(launcher(), "x"), "second");
    assertThat(finish(first, "first").exitCode()).isZero();
    assertThat(finish(second, "second").exitCode()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a05_takesOverALockWhoseOwnerIsGone() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Path lock = Files.createDirectories(project.resolve("target/lock"));
    Files.writeString(lock.resolve("pid"), gone.pid() + "\n");
    assertThat(run("x").exitCode()).isZero();
    assertThat(lock).doesNotExist();
  }

  @Test
  void b01_takesTheNewestJdkWhereJavaHomeIsTooOld() throws Exception {
    Path home = Files.createDirectories(folder.resolve("someone"));
    jdk("someone/.sdkman/candidates/java/98.0.9-tem", "98.0.9");
    jdk("someone/.sdkman/candidates/java/98.0.10-tem", "98.0.10");
    Path old = jdk("old", "17.0.15");
    Run run =
        run(Map.of("HOME", home.toString(), "JAVA_HOME", old.toString()), List.of(launcher(), "x"));
    assertThat(run.out()).startsWith("java 98.0.10 ");
  }

  @Test
  void b02_refusesANamedJdkThatIsTooOld() throws Exception {
    Path old = jdk("old", "1.8.0_452");
    Run run = run(Map.of("ORBWEAVER_JAVA_HOME", old.toString()), List.of(launcher(), "x"));
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains("ORBWEAVER_JAVA_HOME", old.toString(), "JDK 25 or newer");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void b03_refusesAFolderThatIsNoJdk() throws Exception {
    Run run = run(Map.of("ORBWEAVER_JAVA_HOME", folder.toString()), List.of(launcher(), "x"));
    assertThat(run.exitCode()).isEqualTo(4);
  }

  @Test
  void c01_saysHowToGetMavenWhereThereIsNone() throws Exception {
    Files.delete(tools.resolve("mvn"));
    // Only what the launcher itself calls, so that no Maven of this machine is found.
    for (String name : List.of("sh", "dirname", "readlink", "find", "head", "mkdir")) {
      Path real = Path.of("/usr/bin", name);
      assumeTrue(Files.exists(real), "there is no " + real);
      Files.writeString(tools.resolve(name), "#!/bin/sh\nexec " + real + " \"$@\"\n");
      executable(tools.resolve(name));
    }
    Run run = run(Map.of("PATH", tools.toString()), List.of(launcher(), "x"));
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains("needs Maven 3.8.6 or newer", "apt install maven");
  }

  @Test
  void c02_aBuildThatFailsShowsItsLog() throws Exception {
    maven("echo '[ERROR] A.java:[1,1] a planted mistake'; exit 1\n");
    Run run = run("x");
    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err()).contains("a planted mistake", "target/build.log");
    assertThat(run.out()).isEmpty();
    assertThat(project.resolve("target/lock")).doesNotExist();
  }

  @Test
  void c03_aMissingNetworkIsSaidToBeThat() throws Exception {
    maven("echo '[ERROR] Could not transfer artifact a:b:pom:1 from/to central'; exit 1\n");
    Run run = run("x");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains("is the network reachable?");
  }

  @Test
  void d01_aSignalReachesJava() throws Exception {
    Path bin = jdk.resolve("bin/java");
    Files.writeString(
        bin, "#!/bin/sh\ncase $* in *Training*) exit 0;; esac\necho started\nexec sleep 60\n");
    Process process = start(Map.of(), List.of(launcher(), "up"), "up");
    Path out = folder.resolve("up.out");
    while (!Files.exists(out) || !Files.readString(out).contains("started")) {
      assertThat(process.isAlive()).isTrue();
      TimeUnit.MILLISECONDS.sleep(20);
    }
    process.destroy();
    assertThat(process.waitFor()).isEqualTo(128 + 15);
  }

  private String launcher() {
    return project.resolve("orbweaver").toString();
  }

  private int builds() throws IOException {
    return Files.readAllLines(folder.resolve("builds")).size();
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Path bin = Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
    Files.writeString(bin.resolve("java"), "#!/bin/sh\necho java " + version + " \"$@\"\n");
    Files.writeString(bin.resolve("javac"), "#!/bin/sh\n");
    executable(bin.resolve("java"));
    executable(bin.resolve("javac"));
    return home;
  }

  private void maven(String script) throws IOException {
    Files.writeString(tools.resolve("mvn"), "#!/bin/sh\n" + script);
    executable(tools.resolve("mvn"));
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
  }

  private Run run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher()));
    command.addAll(List.of(arguments));
    return run(Map.of(), command);
  }

  private Run run(Map<String, String> environment, List<String> command) throws Exception {
    return finish(start(environment, command, "run"), "run");
  }

  private Process start(Map<String, String> environment, List<String> command, String name)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(key -> key.startsWith("ORBWEAVER_"));
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
    builder.environment().putAll(environment);
    return builder
        .directory(folder.toFile())
        .redirectOutput(folder.resolve(name + ".out").toFile())
        .redirectError(folder.resolve(name + ".err").toFile())
        .start();
  }

  private Run finish(Process process, String name) throws Exception {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(
        process.exitValue(),
        Files.readString(folder.resolve(name + ".out")),
        Files.readString(folder.resolve(name + ".err")));
  }
}
