package org.orbweaver.format.foreign;

/** A station of another simulator under a name that ours allows; degrees and metres. */
record GroundStation(int id, String name, double latDeg, double lonDeg, double altM) {}
