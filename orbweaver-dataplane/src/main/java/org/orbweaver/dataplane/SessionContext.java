package org.orbweaver.dataplane;

import org.orbweaver.core.time.TimeSource;

/** What every session needs of the data plane. */
record SessionContext(
    PathView paths,
    TimeSource time,
    Links links,
    Destinations destinations,
    PopService services,
    Limits limits,
    Notices notices) {}
