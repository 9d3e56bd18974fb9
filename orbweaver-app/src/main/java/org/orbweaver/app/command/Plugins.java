package org.orbweaver.app.command;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.orbweaver.app.Failure;
import org.orbweaver.core.schedule.RoutingStrategy;
import org.orbweaver.core.schedule.SelectionStrategy;

/** Makes strategies that others wrote known to the commands of this thread. */
final class Plugins {
  private static final List<String> SERVICES =
      List.of(
          "META-INF/services/" + SelectionStrategy.class.getName(),
          "META-INF/services/" + RoutingStrategy.class.getName());

  private Plugins() {}

  /**
   * Adds plug-ins to what the thread's class loader finds; the door puts the loader back.
   *
   * @param written jars and folders, as {@code --plugins} has them
   * @throws Failure bad input, where one is not there or holds no strategy
   */
  static void use(String written) {
    List<URL> urls = new ArrayList<>();
    for (String part : written.split(Pattern.quote(File.pathSeparator), -1)) {
      if (part.isEmpty()) {
        throw Failure.badInput("--plugins '" + written + "' has an empty part", null);
      }
      add(part, urls);
    }
    Thread thread = Thread.currentThread();
    // Open for as long as the process runs: classes may be loaded from it at any time.
    thread.setContextClassLoader(
        new URLClassLoader(urls.toArray(URL[]::new), thread.getContextClassLoader()));
  }

  private static void add(String part, List<URL> urls) {
    try {
      Path path = Path.of(part);
      if (Files.isDirectory(path)) {
        addFolder(path, urls);
      } else if (Files.exists(path)) {
        addJar(path, urls);
      } else {
        throw Failure.badInput(
            "there is no plug-in '" + part + "'", "--plugins takes jars and folders of jars.");
      }
    } catch (InvalidPathException e) {
      throw Failure.badInput("'" + part + "' cannot be a plug-in's file", null);
    } catch (IOException e) {
      throw Failure.badInput("the plug-in '" + part + "' cannot be read: " + e.getMessage(), null);
    }
  }

  /** A folder of jars, or of classes as a compiler leaves them. */
  private static void addFolder(Path folder, List<URL> urls) throws IOException {
    if (SERVICES.stream().anyMatch(service -> Files.exists(folder.resolve(service)))) {
      urls.add(url(folder));
      return;
    }
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
      found.forEach(jars::add);
    }
    if (jars.isEmpty()) {
      throw Failure.badInput(
          "the plug-in folder '" + folder + "' holds no jar",
          "A folder of classes holds META-INF/services; see doc/strategies.md.");
    }
    // By name, so that it does not depend on the file system which of two is asked first.
    jars.sort(null);
    for (Path jar : jars) {
      addJar(jar, urls);
    }
  }

  private static void addJar(Path jar, List<URL> urls) throws IOException {
    try (JarFile content = new JarFile(jar.toFile())) {
      if (SERVICES.stream().allMatch(service -> content.getEntry(service) == null)) {
        throw Failure.badInput(
            "the plug-in '" + jar + "' holds no strategy",
            "It needs a file " + SERVICES.getFirst() + " that names its class.");
      }
    }
    urls.add(url(jar));
  }

  private static URL url(Path path) throws MalformedURLException {
    return path.toAbsolutePath().toUri().toURL();
  }
}
