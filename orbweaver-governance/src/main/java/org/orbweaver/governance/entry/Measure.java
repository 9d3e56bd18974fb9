package org.orbweaver.governance.entry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.merkle.Hash;

/**
 * What a case would do, word for word as it is signed.
 *
 * @param tier which of the rules of precedence it is
 * @param area name of the service area, or ISO 3166 code of the country of a licence
 * @param areaHash of the area's text and cells; null for a country
 * @param classes of lines that it is about; empty for all
 * @param terminals that it is about; empty for all
 * @param from when it takes effect
 * @param until when it ends, or null where it does not end by itself
 * @param legalBasis what allows it
 * @param overrides id of the prohibition that an exemption is from, or null
 * @param review when it is looked at again, or null
 * @param urgency why it cannot be announced in time, or null
 * @param supersedes cases that end when it takes effect
 */
public record Measure(
    Effect effect,
    Tier tier,
    String area,
    @Nullable Hash areaHash,
    List<String> classes,
    List<String> terminals,
    Instant from,
    @Nullable Instant until,
    String legalBasis,
    @Nullable String overrides,
    @Nullable Instant review,
    @Nullable String urgency,
    List<String> supersedes) {
  /** The rules of precedence, strongest first. */
  public enum Tier {
    LICENCE,
    EXEMPTION,
    TERMINAL,
    AREA
  }

  public Measure {
    classes = List.copyOf(classes);
    terminals = List.copyOf(terminals);
    supersedes = List.copyOf(supersedes);
  }
}
