package org.orbweaver.governance.preview;

import java.util.HexFormat;
import java.util.Locale;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.signing.MalformedException;

/**
 * A preview with the lines that it seals, none of them taken on trust: the lines are those that the
 * preview's commitment was made from, and its counts are theirs.
 */
public record OpenedPreview(ImpactPreview preview, ImpactDetail detail) {
  /**
   * Opens a preview.
   *
   * @param preview its canonical bytes
   * @param detail those of its lines
   * @param salt 64 hexadecimal digits, with which the lines were sealed
   * @throws MalformedException where these do not belong together; the message says why
   */
  public static OpenedPreview of(byte[] preview, byte[] detail, String salt) {
    ImpactPreview told = ImpactPreview.parse(preview);
    if (!salt.matches("[0-9a-f]{64}")) {
      throw new MalformedException("the salt is not 64 hexadecimal digits");
    }
    boolean sealed =
        told.detail().contentClass().equals(ImpactPreview.DETAIL_CLASS)
            && told.detail().isOpenedBy(HexFormat.of().parseHex(salt), detail);
    if (!sealed) {
      throw new MalformedException("these are not the lines that the preview seals");
    }
    ImpactDetail lines = ImpactDetail.parse(detail);
    for (ImpactPreview.ClassImpact row : told.classes()) {
      requireCounted(row, lines, told.basis().threshold());
    }
    return new OpenedPreview(told, lines);
  }

  private static void requireCounted(
      ImpactPreview.ClassImpact row, ImpactDetail detail, int threshold) {
    long losing =
        detail.lines().stream()
            .filter(line -> line.lineClass().equals(row.name()))
            .filter(line -> line.slotsLost() >= line.slotsGained())
            .count();
    long gaining =
        detail.lines().stream()
            .filter(line -> line.lineClass().equals(row.name()))
            .filter(line -> line.slotsLost() < line.slotsGained())
            .count();
    if (!row.impact().losing().equals(Count.of(losing, threshold))
        || !row.impact().gaining().equals(Count.of(gaining, threshold))) {
      throw new MalformedException(
          "the preview counts other " + row.name() + " lines than those that it seals");
    }
  }

  /**
   * Requires that a preview is about a measure, word for word, in a case.
   *
   * @throws MalformedException where it is not
   */
  public static void requireAbout(ImpactPreview preview, String caseId, Measure measure) {
    ImpactPreview.Subject subject = preview.subject();
    if (!caseId.equals(subject.caseId())
        || !subject.decision().equals(ImpactPreview.sha256(EntryCodec.part(measure)))
        || !subject.effect().equals(measure.effect().name().toLowerCase(Locale.ROOT))) {
      throw new MalformedException("the preview is of another case, or of another measure");
    }
  }
}
