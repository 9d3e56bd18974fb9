package org.orbweaver.app.command;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Where;
import picocli.CommandLine.Option;

/** What would be decided. */
final class MeasureOptions {
  @Option(
      names = "--effect",
      paramLabel = "EFFECT",
      required = true,
      description =
          "restrict, enable, prohibit, require-licence, license, exempt or authorised-only.")
  String effect = "";

  @Option(names = "--area", paramLabel = "ID", description = "Service area.")
  @Nullable String area;

  @Option(
      names = "--area-hash",
      paramLabel = "HEX",
      description = "SHA-256 over the area, so that it cannot be redrawn later.")
  String areaHash = "";

  @Option(names = "--country", paramLabel = "CC", description = "Country; may be repeated.")
  String[] countries = {};

  @Option(names = "--terminal", paramLabel = "NAME", description = "Terminal; may be repeated.")
  String[] terminals = {};

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      description = "Class of lines, such as consumer; may be repeated; all by default.")
  String[] classes = {};

  @Option(
      names = "--from",
      paramLabel = "TIME",
      required = true,
      description = "When it takes effect, such as 2026-06-01T00:00:00Z.")
  String from = "";

  @Option(names = "--until", paramLabel = "TIME", description = "When it ends by itself.")
  @Nullable String until;

  @Option(
      names = "--hold",
      description = "Where --until has come it holds on until another case ends it.")
  boolean hold;

  @Option(
      names = "--legal-basis",
      paramLabel = "TEXT",
      required = true,
      description = "What allows it.")
  String legalBasis = "";

  @Option(
      names = "--yields-to",
      paramLabel = "ID",
      description = "Exemption that a prohibition lets through; may be repeated.")
  String[] yieldsTo = {};

  @Option(names = "--review", paramLabel = "TIME", description = "When it is looked at again.")
  @Nullable String review;

  @Option(
      names = "--urgency",
      paramLabel = "TEXT",
      description = "Why a restriction cannot be announced in time.")
  @Nullable String urgency;

  @Option(
      names = "--supersedes",
      paramLabel = "CASE",
      description = "Case that ends when it takes effect; may be repeated.")
  String[] supersedes = {};

  /** The measure. */
  Measure read() {
    return new Measure(
        word(Effect.class, "--effect", effect),
        where(),
        classes.length == 0
            ? List.of(ServiceClass.values())
            : Arrays.stream(classes).map(c -> word(ServiceClass.class, "--class", c)).toList(),
        time("--from", from),
        until == null ? null : time("--until", until),
        Duration.ZERO,
        legalBasis,
        hold ? Expiry.HOLD : Expiry.REVERT,
        List.of(yieldsTo),
        review == null ? null : time("--review", review),
        urgency,
        List.of(supersedes));
  }

  private Where where() {
    int given =
        (area == null ? 0 : 1) + Math.min(1, countries.length) + Math.min(1, terminals.length);
    if (given > 1) {
      throw Failure.usage("--area, --country and --terminal exclude each other", null);
    }
    if (area != null) {
      return new Where.Area(area, areaHash);
    }
    return countries.length > 0
        ? new Where.Countries(List.of(countries))
        : terminals.length > 0 ? new Where.Terminals(List.of(terminals)) : new Where.Everywhere();
  }

  /** One of an enum's words. */
  static <T extends Enum<T>> T word(Class<T> type, String option, String written) {
    for (T constant : type.getEnumConstants()) {
      if (CaseRows.word(constant).equals(written.toLowerCase(Locale.ROOT))) {
        return constant;
      }
    }
    throw Failure.usage(
        option + ": there is no '" + written + "'",
        "One of "
            + String.join(", ", Arrays.stream(type.getEnumConstants()).map(CaseRows::word).toList())
            + ".");
  }

  /** A time. */
  static Instant time(String option, String written) {
    try {
      return Instant.parse(written);
    } catch (DateTimeParseException e) {
      throw Failure.usage(
          option + ": '" + written + "' is no time such as 2026-06-01T00:00:00Z", null);
    }
  }
}
