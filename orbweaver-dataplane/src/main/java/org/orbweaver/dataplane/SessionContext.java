package org.orbweaver.dataplane;

/** What every session needs of the data plane. */
record SessionContext(
    PathView paths,
    Links links,
    Destinations destinations,
    PopService services,
    Limits limits,
    Notices notices) {}
