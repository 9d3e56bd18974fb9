package org.orbweaver.core.scenario;

import org.jspecify.annotations.Nullable;

/** Element sets in a file beside the scenario. */
public record ElementsSpec(
    @Key(
            value =
                "File, relative to the scenario: TLE or OMM (JSON, CSV, XML, KVN), plain or"
                    + " gzipped. Where absent, --elements must name one.",
            example = "starlink.tle.gz")
        @Nullable String file,
    @Key(value = "Format of the file; auto looks at its content.", byDefault = "auto")
        Format format,
    @Key(
            "The file lists a regular shell in order plane * perPlane + slot; needed for lasers"
                + " between satellites of an element file.")
        @Nullable IndexedSpec indexed,
    @Key(value = "Which of the objects belong to the network.", byDefault = "{}")
        FilterSpec filters) {
  /** How element sets are written. */
  public enum Format {
    AUTO,
    TLE,
    OMM_JSON,
    OMM_CSV,
    OMM_XML,
    OMM_KVN
  }
}
