package org.orbweaver.dataplane;

import org.orbweaver.core.time.TimeSource;

/** What every session needs of the data plane. */
record SessionContext(
    PathView paths,
    TimeSource time,
    Links links,
    Admission admission,
    Destinations destinations,
    PopService services,
    Limits limits,
    Notices notices) {}
