package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Makes plug-ins as their authors do: a compiler, a file that names the class, a jar. */
final class PluginJar {
  private PluginJar() {}

  /**
   * Compiles one class without a package.
   *
   * @param service the interface that it is named for
   * @param body its members
   */
  static Path of(Path folder, String name, Class<?> service, String body) throws IOException {
    Path source = Files.createDirectories(folder.resolve(name + "-src"));
    Path java = source.resolve(name + ".java");
    Files.writeString(
        java,
        "import org.orbweaver.core.geometry.*;\nimport org.orbweaver.core.orbit.*;\n"
            + "import org.orbweaver.core.schedule.*;\npublic class %s implements %s {\n%s\n}\n"
                .formatted(name, service.getSimpleName(), body));
    Path classes = compile(folder.resolve(name), List.of(java));
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve(service.getName()), name + "\n");
    return jar(classes, folder.resolve(name + ".jar"));
  }

  static Path compile(Path classes, List<Path> sources) throws IOException {
    Files.createDirectories(classes);
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    sources.forEach(source -> arguments.add(source.toString()));
    int exitCode =
        ToolProvider.getSystemJavaCompiler()
            .run(null, OutputStream.nullOutputStream(), null, arguments.toArray(String[]::new));
    assertThat(exitCode).isZero();
    return classes;
  }

  static Path jar(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(file));
        out.closeEntry();
      }
    }
    return jar;
  }

  /** A jar with one file. */
  static Path of(Path jar, String entry, String text) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(entry));
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
    return jar;
  }
}
