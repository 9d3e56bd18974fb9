package org.orbweaver.core.scenario;

import org.jspecify.annotations.Nullable;

/** Element sets in a file beside the scenario, or in the cache of fetched ones. */
public record ElementsSpec(
    @Key(
            value =
                "File, relative to the scenario: TLE or OMM (JSON, CSV, XML, KVN), plain or"
                    + " gzipped. Where absent, --elements must name one.",
            example = "starlink.tle.gz")
        @Nullable String file,
    @Key(
            value =
                "In place of file: what 'orbweaver fetch' keeps under this name, such as starlink,"
                    + " oneweb, kuiper or iridium.",
            pattern = "[a-z0-9][a-z0-9-]{0,62}",
            form = "1 to 63 lower-case letters of a to z, digits and -, not a - first",
            example = "starlink")
        @Nullable String fetched,
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
