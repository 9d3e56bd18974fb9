package org.orbweaver.core.schedule;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * By group the satellites that its terminals may use: the highest first, and all where those do not
 * suffice. Found when first asked for, by any thread, the same by each.
 */
final class GroupSkies {
  /** Long enough that all are looked at only where satellites are crowded. */
  private static final int HIGHEST = 4;

  /** What most of those that look further need. */
  private static final int MORE = 12;

  private final AtomicReferenceArray<@Nullable Usable> highest;
  private final AtomicReferenceArray<@Nullable Usable> more;
  private final AtomicReferenceArray<@Nullable Usable> all;

  /**
   * Satellites that terminals of a group may use.
   *
   * @param places how many of the highest any terminal finds among them; 0 for all
   * @param satellite from those that may stand highest down
   * @param most by satellite a sine of elevation that it surpasses nowhere in the group
   * @param verdict by satellite what {@link org.orbweaver.core.geometry.GsoScreen} says of it
   * @param cutoff a sine of elevation that what is left out surpasses nowhere in the group
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Usable(int places, int[] satellite, double[] most, byte[] verdict, double cutoff) {
    private static Usable of(int places, BlockSky sky) {
      return new Usable(
          places,
          Arrays.copyOf(sky.satellites(), sky.size()),
          Arrays.copyOf(sky.most(), sky.size()),
          Arrays.copyOf(sky.verdicts(), sky.size()),
          sky.cutoff());
    }
  }

  GroupSkies(int groups) {
    highest = new AtomicReferenceArray<>(groups);
    more = new AtomicReferenceArray<>(groups);
    all = new AtomicReferenceArray<>(groups);
  }

  /**
   * Those that may be the highest.
   *
   * @param sky the calling thread's own
   */
  Usable highest(int group, BlockSky sky) {
    return of(highest, HIGHEST, group, sky);
  }

  /** More of them than there are in some: next some that may be higher than others, then all. */
  Usable beyond(Usable some, int group, BlockSky sky) {
    return some.places() == HIGHEST ? of(more, MORE, group, sky) : all(group, sky);
  }

  /** All of them. */
  Usable all(int group, BlockSky sky) {
    return of(all, 0, group, sky);
  }

  private static Usable of(
      AtomicReferenceArray<@Nullable Usable> known, int places, int group, BlockSky sky) {
    Usable usable = known.get(group);
    if (usable == null) {
      sky.moveToUsable(group, places);
      usable = Usable.of(places, sky);
      known.set(group, usable);
    }
    return usable;
  }
}
