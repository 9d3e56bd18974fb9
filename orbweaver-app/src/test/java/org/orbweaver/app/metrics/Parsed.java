package org.orbweaver.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of both text formats, beside the writer: each family has its help and type before
 * its samples and comes once, names are as they must be, no sample comes twice, counters end with
 * {@code _total}.
 */
public final class Parsed {
  private static final Pattern COMMENT =
      Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (-?[0-9.]+(?:E-?[0-9]+)?|NaN)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)");

  private final Map<String, String> types = new LinkedHashMap<>();
  private final Map<String, Double> samples = new HashMap<>();

  /** Reads it all, or fails. */
  public static Parsed of(String text, boolean isOpenMetrics) {
    Parsed parsed = new Parsed();
    assertThat(text).endsWith("\n");
    String all = text;
    if (isOpenMetrics) {
      assertThat(text).endsWith("\n# EOF\n");
      all = text.substring(0, text.length() - "# EOF\n".length());
    }
    String family = "";
    for (String line : all.lines().toList()) {
      if (line.startsWith("#")) {
        Matcher comment = COMMENT.matcher(line);
        assertThat(comment.matches()).as(line).isTrue();
        if (comment.group(1).equals("HELP")) {
          family = comment.group(2);
          assertThat(parsed.types).as("once").doesNotContainKey(family);
        } else {
          assertThat(comment.group(2)).isEqualTo(family);
          parsed.types.put(family, comment.group(3));
        }
      } else {
        parsed.sample(line, family, isOpenMetrics);
      }
    }
    return parsed;
  }

  private void sample(String line, String family, boolean isOpenMetrics) {
    Matcher sample = SAMPLE.matcher(line);
    assertThat(sample.matches()).as(line).isTrue();
    String name = sample.group(1);
    switch (String.valueOf(types.get(family))) {
      case "counter" ->
          assertThat(name).endsWith("_total").isEqualTo(isOpenMetrics ? family + "_total" : family);
      case "summary" -> assertThat(name).isIn(family, family + "_count");
      case "gauge" -> assertThat(name).isEqualTo(family);
      default -> throw new AssertionError("no type before " + line);
    }
    Map<String, String> labels = new TreeMap<>();
    String rest = sample.group(2) == null ? "" : sample.group(2);
    while (!rest.isEmpty()) {
      Matcher label = LABEL.matcher(rest);
      assertThat(label.lookingAt()).as(line).isTrue();
      assertThat(labels.put(label.group(1), label.group(2))).as(line).isNull();
      rest = rest.substring(label.end());
    }
    assertThat(samples.put(name + labels, Double.valueOf(sample.group(3)))).as(line).isNull();
  }

  /** The value of the one sample of a name whose labels are these, in alphabetical order. */
  public double value(String name, String labels) {
    String key = name + "{" + labels + "}";
    assertThat(samples).containsKey(key);
    return samples.getOrDefault(key, Double.NaN);
  }

  Map<String, String> types() {
    return types;
  }

  Map<String, Double> samples() {
    return samples;
  }
}
