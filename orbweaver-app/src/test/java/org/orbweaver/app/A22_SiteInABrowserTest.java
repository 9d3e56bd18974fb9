package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page as a browser shows it. Without one, named by {@code ORBWEAVER_BROWSER} or on the path as
 * {@code chromium} or {@code google-chrome}, it is skipped; {@link A21_SitePageTest} always runs.
 */
class A22_SiteInABrowserTest {
  private static final int WIDTH = 1100;
  private static final int HEIGHT = 1600;

  @TempDir Path folder;

  @Test
  void aBrowserDrawsIt() throws Exception {
    String browser = browser();
    Assumptions.assumeTrue(
        browser != null, "no browser is installed: chromium, or name one in ORBWEAVER_BROWSER");
    Path page = folder.resolve("page.html");
    Run.run("site", "5,1", "--scenario", Tiny.in(folder), "--for", "1h", "--html", page.toString());
    Path picture = folder.resolve("page.png");
    String log =
        show(
            String.valueOf(browser),
            "--window-size=" + WIDTH + "," + HEIGHT,
            "--screenshot=" + picture,
            page.toUri().toString());
    Assumptions.assumeTrue(Files.exists(picture), () -> "the browser does not start here: " + log);
    BufferedImage image = ImageIO.read(picture.toFile());
    assertThat(image.getWidth()).isEqualTo(WIDTH);
    assertThat(coloursOf(image)).as("something was drawn").isGreaterThan(50);
    // The rest of the page is there as well, and the window is not scrolled sideways.
    assertThat(nonBlankRows(image)).isGreaterThan(HEIGHT / 3);
  }

  private String show(String browser, String... args) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                browser,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(List.of(args));
    File log = folder.resolve("browser.log").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    return Files.readString(log.toPath());
  }

  private static int coloursOf(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours.size();
  }

  private static int nonBlankRows(BufferedImage image) {
    int rows = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 1; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) != image.getRGB(0, y)) {
          rows++;
          break;
        }
      }
    }
    return rows;
  }

  private static @Nullable String browser() {
    String named = System.getenv("ORBWEAVER_BROWSER");
    if (named != null) {
      return named;
    }
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name ->
            Stream.of(path.split(File.pathSeparator)).map(dir -> Path.of(dir).resolve(name)))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElse(null);
  }
}
