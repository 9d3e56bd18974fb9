package org.orbweaver.core.orbit;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The make of a Starlink satellite, as far as its element set tells. The operator numbers its
 * satellites: below 3,000 are those of the first make, from there those of the second, from 11,000
 * those of the third, of which those below 30,000 talk to telephones. Without such a name the
 * launch decides; of those in 2023, when the second and the third make were launched side by side,
 * the third's are known by their number of satellites, 23 at most.
 */
public enum Generation {
  /** No Starlink, or nothing is known of it. */
  UNKNOWN,
  /** Launched to the summer of 2021, mostly without lasers. */
  V1,
  /** From September 2021 to July 2023, with lasers. */
  V1_5,
  /** Since February 2023: "v2 mini" and what followed it. */
  V2_MINI;

  private static final Pattern NAME = Pattern.compile("STARLINK-(\\d{4,6})( .*)?");
  private static final Pattern LAUNCH = Pattern.compile("(\\d{4})-(\\d{3})[A-Z]*");
  private static final Pattern NUMBERED = Pattern.compile("NORAD-\\d+");
  private static final double HIGHEST_STARLINK_M = 620e3;
  private static final int FIRST_V15_NUMBER = 3_000;
  private static final int FIRST_V2_NUMBER = 11_000;
  private static final int FIRST_V15_LAUNCH = 2021_082;
  private static final int FIRST_LAUNCH_AFTER_V15 = 2023_100;
  private static final Set<Integer> EARLY_V2_LAUNCHES =
      Set.of(2023_026, 2023_056, 2023_067, 2023_079, 2023_096);

  /** By the object's name, or its international designator where the name tells nothing. */
  public static Generation of(MeanElements elements) {
    Matcher name = NAME.matcher(elements.name());
    if (name.matches()) {
      int number = Integer.parseInt(name.group(1));
      if (number >= FIRST_V2_NUMBER) {
        return V2_MINI;
      }
      return number >= FIRST_V15_NUMBER ? V1_5 : V1;
    }
    Matcher launch = LAUNCH.matcher(elements.designator());
    if (!launch.matches() || !mayBeStarlinkWithoutName(elements)) {
      return UNKNOWN;
    }
    int number = 1000 * Integer.parseInt(launch.group(1)) + Integer.parseInt(launch.group(2));
    if (number >= FIRST_LAUNCH_AFTER_V15 || EARLY_V2_LAUNCHES.contains(number)) {
      return V2_MINI;
    }
    return number >= FIRST_V15_LAUNCH ? V1_5 : V1;
  }

  /** Files without names number their objects; the other large constellations fly higher. */
  private static boolean mayBeStarlinkWithoutName(MeanElements elements) {
    return NUMBERED.matcher(elements.name()).matches()
        && elements.meanAltitudeM() < HIGHEST_STARLINK_M;
  }
}
