package org.orbweaver.app.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.core.scenario.ElementsSpec;
import org.orbweaver.format.elements.ElementReader;
import org.orbweaver.format.elements.ElementSets;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.problem.Problem;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;

/**
 * Fetches a source into the cache: at most once in two hours, only what has changed, and only what
 * is usable. Whatever goes wrong, the copy that is there stays.
 */
public final class Fetcher {
  /** CelesTrak updates its groups every two hours and wants nobody to ask more often. */
  static final Duration PACE = Duration.ofHours(2);

  private static final Duration LONGEST_PAUSE = Duration.ofDays(7);
  private static final int LIMIT_BYTES = 256 << 20;

  /** More bad sets than one in so many mean a damaged file. */
  private static final int BAD_ONE_IN = 100;

  private final ElementCache cache;
  private final InstantSource clock;
  private final Download download;

  public Fetcher(ElementCache cache, InstantSource clock) {
    this(cache, clock, Download.USUAL);
  }

  Fetcher(ElementCache cache, InstantSource clock, Download download) {
    this.cache = cache;
    this.clock = clock;
    this.download = download;
  }

  /**
   * Fetches, or says why not.
   *
   * @param force ask although two hours have not passed, where the server allows it
   * @throws Failure where the cache cannot be used
   */
  public Outcome fetch(Source source, boolean force) throws InterruptedException {
    try (ElementCache.Lock lock =
        cache.lock(source.name(), download.connectWithin().plus(download.endWithin()))) {
      CacheEntry known = cache.entry(source.name());
      CacheEntry entry =
          known.uri().equals(source.uri().toString()) && known.requestedMs() > 0
              ? known
              : CacheEntry.NONE;
      String tooSoon = tooSoon(source, entry, force);
      if (tooSoon != null) {
        boolean young = Files.exists(cache.copy(source.name())) && entry.fetchedMs() > 0;
        return outcome(source, young ? Outcome.State.YOUNG : Outcome.State.FAILED, entry, tooSoon);
      }
      return ask(source, entry, known);
    } catch (IOException e) {
      throw Failure.environment(
          "the cache " + cache.folder() + " cannot be used: " + e.getMessage(),
          "Name another folder with --cache, or set XDG_CACHE_HOME.");
    }
  }

  private @Nullable String tooSoon(Source source, CacheEntry entry, boolean force) {
    long nowMs = clock.millis();
    long paceEndMs = entry.requestedMs() + PACE.toMillis();
    // A moment far ahead comes from a clock that was wrong, then or now.
    boolean inPace = nowMs < paceEndMs && entry.requestedMs() <= nowMs + PACE.toMillis();
    boolean inPause =
        nowMs < entry.notBeforeMs() && entry.notBeforeMs() <= nowMs + LONGEST_PAUSE.toMillis();
    if (inPause) {
      return "its server wants no request for another " + age(entry.notBeforeMs() - nowMs);
    }
    if (inPace && !(force && source.mayBeForced())) {
      return "asked "
          + age(nowMs - entry.requestedMs())
          + " ago; once in 2 h is enough, again in "
          + age(paceEndMs - nowMs);
    }
    return null;
  }

  private Outcome ask(Source source, CacheEntry entry, CacheEntry known)
      throws IOException, InterruptedException {
    long nowMs = clock.millis();
    CacheEntry asked = entry.requested(source.uri().toString(), nowMs);
    boolean hasCopy = Files.exists(cache.copy(source.name())) && entry.fetchedMs() > 0;
    // Remembered before asking: a process that dies while it asks has asked.
    cache.remember(source.name(), asked);
    Answer answer = download.get(source, hasCopy ? entry : CacheEntry.NONE);
    return switch (answer) {
      case Answer.Nothing nothing -> {
        if (!nothing.asked()) {
          cache.remember(source.name(), known);
        }
        yield failed(
            source, entry, "no answer from " + source.uri().getHost() + ": " + nothing.why());
      }
      case Answer.Response response ->
          switch (response.status()) {
            case 200 -> received(source, asked, response);
            case 304 -> outcome(source, Outcome.State.UNCHANGED, asked, null);
            default -> refused(source, asked, response);
          };
    };
  }

  private Outcome received(Source source, CacheEntry asked, Answer.Response response)
      throws IOException {
    Problems problems = new Problems();
    String shownAs = source.name();
    String encoding = response.header("Content-Encoding");
    byte[] body =
        "gzip".equalsIgnoreCase(encoding)
            ? Input.gunzip(response.body(), shownAs, LIMIT_BYTES, problems)
            : response.body();
    ElementSets sets =
        body == null ? null : ElementReader.read(body, shownAs, ElementsSpec.Format.AUTO);
    if (body == null || sets == null || !sets.problems().isEmpty()) {
      Problem first = sets == null ? problems.list().getFirst() : sets.problems().getFirst();
      return failed(
          source, asked, "what came is unusable: it " + first.whatIsWrong() + firstLine(body));
    }
    if ((long) sets.skippedCount() * BAD_ONE_IN > sets.elements().size()) {
      return failed(
          source,
          asked,
          "what came is damaged: "
              + Words.count(sets.skippedCount(), "bad element set")
              + ", such as "
              + sets.skipped().getFirst());
    }
    cache.keep(source.name(), body);
    CacheEntry kept =
        new CacheEntry(
            asked.uri(),
            asked.requestedMs(),
            clock.millis(),
            0,
            response.header("ETag"),
            response.header("Last-Modified"),
            sets.elements().size());
    cache.remember(source.name(), kept);
    return outcome(source, Outcome.State.FETCHED, kept, null);
  }

  private Outcome refused(Source source, CacheEntry asked, Answer.Response response)
      throws IOException {
    long pauseMs = retryAfterMs(response.header("Retry-After"));
    if (pauseMs > 0) {
      long limited = Math.min(pauseMs, LONGEST_PAUSE.toMillis());
      cache.remember(source.name(), asked.notBefore(clock.millis() + limited));
    }
    String meaning =
        switch (response.status()) {
          case 403 -> " (forbidden: perhaps asked too often, or nothing new)";
          case 404, 410 -> " (not there)";
          case 429 -> " (asked too often)";
          case 503 -> " (overloaded)";
          default -> "";
        };
    String wait = pauseMs > 0 ? "; it wants no request for " + age(pauseMs) : "";
    return failed(
        source,
        asked,
        source.uri().getHost()
            + " answers "
            + response.status()
            + meaning
            + wait
            + firstLine(response.body()));
  }

  /** Seconds, or a date (RFC 9110, section 10.2.3); 0 where there is none. */
  private long retryAfterMs(@Nullable String header) {
    if (header == null) {
      return 0;
    }
    if (header.strip().matches("[0-9]{1,9}")) {
      return Long.parseLong(header.strip()) * 1000;
    }
    try {
      long at =
          ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
              .toInstant()
              .toEpochMilli();
      return Math.max(0, at - clock.millis());
    } catch (DateTimeParseException e) {
      return 0;
    }
  }

  private static String firstLine(byte @Nullable [] body) {
    if (body == null || body.length == 0) {
      return "";
    }
    String head = new String(body, 0, Math.min(body.length, 300), StandardCharsets.UTF_8);
    String line = head.lines().map(String::strip).filter(s -> !s.isEmpty()).findFirst().orElse("");
    return line.isEmpty() || line.startsWith("<") ? "" : ". It says: " + Words.quote(line);
  }

  private Outcome failed(Source source, CacheEntry entry, String why) {
    return outcome(source, Outcome.State.FAILED, entry, why);
  }

  private Outcome outcome(
      Source source, Outcome.State state, CacheEntry entry, @Nullable String message) {
    Path copy = cache.copy(source.name());
    boolean there = Files.exists(copy);
    String stays =
        there && entry.fetchedMs() > 0
            ? ". The copy of " + age(clock.millis() - entry.fetchedMs()) + " ago stays: " + copy
            : there ? ". The copy of another source stays: " + copy : ". There is no copy yet";
    boolean needsStays = message != null && state == Outcome.State.FAILED;
    return new Outcome(
        state,
        entry.objects(),
        entry.fetchedMs(),
        there ? copy : null,
        message == null ? null : message + (needsStays ? stays : ""));
  }

  /** A length of time in its largest whole unit. */
  static String age(long ms) {
    long minutes = Math.max(0, ms) / 60_000;
    if (minutes < 1) {
      return Math.max(0, ms) / 1000 + " s";
    }
    return minutes < 120
        ? minutes + " min"
        : minutes < 48 * 60 ? minutes / 60 + " h" : minutes / (24 * 60) + " days";
  }
}
