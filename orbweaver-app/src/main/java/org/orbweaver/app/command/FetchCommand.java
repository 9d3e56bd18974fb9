package org.orbweaver.app.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.fetch.ElementCache;
import org.orbweaver.app.fetch.Fetcher;
import org.orbweaver.app.fetch.Outcome;
import org.orbweaver.app.fetch.Source;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver fetch}: element sets from a server into the cache. */
@Command(
    name = "fetch",
    description = {
      "Fetch element sets into the cache, where scenarios find them by name.",
      "starlink, oneweb, kuiper and iridium come from CelesTrak; a URL from wherever it leads. A"
          + " server is asked at most once in 2 h for one thing, and only for what has changed."
          + " What comes is checked before it replaces an older copy; where nothing usable comes,"
          + " that copy stays and the exit code is 4."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver fetch starlink",
      "  orbweaver plan starlink",
      "  orbweaver fetch https://example.org/fleet.xml --as fleet",
      "  and in a scenario: elements: { fetched: fleet }"
    })
final class FetchCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.fetch/1",
          Column.text("name", "name by which a scenario finds it: elements: { fetched: NAME }"),
          Column.text(
              "state",
              "fetched, unchanged (the server says so), young (not asked, less than 2 h old) or"
                  + " failed"),
          Column.number("objects", "usable element sets in the kept copy"),
          Column.text("fetched_utc", "when the kept copy was received"),
          Column.text("file", "the kept copy; empty where there is none"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "WHAT",
      arity = "1..*",
      description = "starlink, oneweb, kuiper, iridium, or an http or https URL.")
  List<String> what = new ArrayList<>();

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Name for a URL; the end of its path by default.")
  @Nullable String as;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "Folder of the cache; $XDG_CACHE_HOME/orbweaver/elements by default.")
  @Nullable String folder;

  @Option(
      names = "--mirror",
      paramLabel = "URL",
      description = "Server with CelesTrak's paths, in place of https://celestrak.org.")
  @Nullable String mirror;

  @Option(
      names = "--force",
      description = "Ask for a URL before 2 h have passed. CelesTrak is never asked sooner.")
  boolean force;

  @Mixin OutputOptions output = new OutputOptions();

  FetchCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() throws InterruptedException {
    List<Source> sources = what.stream().distinct().map(this::source).toList();
    if (as != null && sources.size() != 1) {
      throw Failure.usage("--as names one URL, not " + sources.size(), null);
    }
    Fetcher fetcher = new Fetcher(cache(surroundings, folder), surroundings.clock());
    boolean allThere = true;
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      for (Source source : sources) {
        Outcome outcome = fetcher.fetch(source, force);
        allThere &= outcome.state() != Outcome.State.FAILED;
        write(rows, source, outcome);
      }
    }
    return allThere ? ExitCode.DONE : ExitCode.ENVIRONMENT;
  }

  /** The cache that a command uses; null for that of the environment. */
  static ElementCache cache(Surroundings surroundings, @Nullable String folder) {
    String chosen =
        folder != null ? folder : surroundings.environment().getOrDefault("ORBWEAVER_CACHE", "");
    try {
      return chosen.isEmpty()
          ? ElementCache.of(surroundings.environment())
          : ElementCache.in(Path.of(chosen));
    } catch (InvalidPathException e) {
      throw Failure.usage("'" + chosen + "' cannot be a folder", null);
    }
  }

  private void write(RowWriter rows, Source source, Outcome outcome) {
    if (outcome.message() != null) {
      surroundings.err().println(source.name() + ": " + outcome.message());
      surroundings.err().flush();
    }
    rows.text(source.name()).text(outcome.state().name().toLowerCase(Locale.ROOT));
    if (outcome.file() == null || outcome.fetchedMs() == 0) {
      rows.empty(3);
    } else {
      rows.number(outcome.objects())
          .text(
              Instant.ofEpochMilli(outcome.fetchedMs()).truncatedTo(ChronoUnit.SECONDS).toString())
          .text(outcome.file().toString());
    }
    rows.endRow();
    rows.flush();
  }

  private Source source(String written) {
    Source group = Source.group(written, mirror == null ? Source.CELESTRAK : web(mirror));
    if (group != null) {
      if (as != null) {
        throw Failure.usage("'" + written + "' has its name already", "--as is for a URL.");
      }
      return group;
    }
    if (!written.contains("://")) {
      throw Failure.usage(
          "'" + written + "' is neither a known group nor a URL",
          "Known are " + String.join(", ", Source.groups()) + ".");
    }
    URI uri = web(written);
    String name = as == null ? derivedName(uri) : as;
    if (!name.matches(Source.NAME) || Source.groups().contains(name)) {
      throw Failure.usage(
          "'" + name + "' cannot be the name of a URL",
          "Give another with --as: lower-case letters of a to z, digits and -, not "
              + String.join(", ", Source.groups())
              + ".");
    }
    return new Source(name, uri, false);
  }

  private static URI web(String written) {
    try {
      URI uri = new URI(written);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (web && uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below, as of an address of another kind.
    }
    throw Failure.usage(
        "'" + written + "' is not an http or https URL without user and fragment", null);
  }

  private static String derivedName(URI uri) {
    String path = uri.getPath() == null ? "" : uri.getPath();
    String last = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    int dot = last.indexOf('.');
    return (dot > 0 ? last.substring(0, dot) : last)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-+|-+$", "");
  }
}
