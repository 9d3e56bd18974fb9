package org.orbweaver.study.preview;

import java.util.Locale;
import org.orbweaver.governance.preview.Count;
import org.orbweaver.governance.preview.ImpactPreview;
import org.orbweaver.governance.preview.ImpactPreview.Impact;

/** What a preview says, in words. */
final class PreviewWords {
  private PreviewWords() {}

  /** A decision's effect as a heading. */
  static String effect(String effect) {
    return switch (effect) {
      case "prohibit" -> "Forbid service";
      case "require_licence" -> "Ask for a licence";
      case "license" -> "License service";
      case "exempt" -> "Exempt essential lines";
      case "enable" -> "Light service";
      case "restrict" -> "Darken service";
      case "authorised_only" -> "Serve only terminals that are authorised";
      case "limit" -> "Limit lines";
      case "pause" -> "Pause lines";
      default -> effect.replace('_', ' ');
    };
  }

  /** In two sentences. */
  static String summary(ImpactPreview preview) {
    Impact total = preview.total();
    return String.format(
        Locale.ROOT,
        "%s lines lose service (%s people), %s gain it (%s people), by planning %d slots with and"
            + " without the decision. Counts below %d are not shown.",
        total.losing(),
        total.peopleLosing(),
        total.gaining(),
        total.peopleGaining(),
        preview.basis().slots(),
        preview.basis().threshold());
  }

  /** What stands beside the pointer. */
  static String cell(MapCell cell, int threshold) {
    if (cell.lines() < threshold) {
      return "fewer than " + threshold + " lines";
    }
    return Count.of(cell.lines(), threshold)
        + " lines: "
        + Count.of(cell.losing(), threshold)
        + " lose service, "
        + Count.of(cell.gaining(), threshold)
        + " gain it, "
        + Count.of(cell.slower(), threshold)
        + " slower, "
        + Count.of(cell.faster(), threshold)
        + " faster";
  }

  /** A rate as people say it. */
  static String rate(@org.jspecify.annotations.Nullable Long kbps) {
    return kbps == null
        ? "too few"
        : kbps >= 100_000
            ? String.format(Locale.ROOT, "%d Mbit/s", kbps / 1000)
            : String.format(Locale.ROOT, "%.1f Mbit/s", kbps / 1000.0);
  }
}
