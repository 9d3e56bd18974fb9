package org.orbweaver.core.link;

/** Which links exist at a moment. */
public final class Topology {}
