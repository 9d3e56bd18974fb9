package org.orbweaver.core.traffic;

import java.util.Arrays;
import org.orbweaver.core.schedule.Schedule;

/**
 * Terminals alike in a slot: those of one service and one tariff. Layout: compressed rows by
 * service, tariffs ascending within it; by class how many terminals it has.
 */
final class FlowClasses {
  private final int[] rowStart;
  private final int[] tariff;
  private final int[] service;
  private final int[] count;

  FlowClasses(Schedule schedule, Tariffs tariffs) {
    int services = schedule.services().size();
    int[] start = new int[services + 1];
    for (int t = 0; t < schedule.terminals(); t++) {
      if (schedule.isServed(t)) {
        start[schedule.service(t) + 1]++;
      }
    }
    if (tariffs.size() <= 1) {
      count = Arrays.copyOfRange(start, 1, services + 1);
      rowStart = new int[services + 1];
      Arrays.setAll(rowStart, s -> s);
      service = rowStart;
      tariff = new int[services];
      return;
    }
    for (int s = 0; s < services; s++) {
      start[s + 1] += start[s];
    }
    int[] members = new int[start[services]];
    int[] next = start.clone();
    for (int t = 0; t < schedule.terminals(); t++) {
      if (schedule.isServed(t)) {
        members[next[schedule.service(t)]++] = tariffs.of(t);
      }
    }
    rowStart = new int[services + 1];
    int[] counts = new int[members.length];
    int[] ofService = new int[members.length];
    int size = 0;
    for (int s = 0; s < services; s++) {
      Arrays.sort(members, start[s], start[s + 1]);
      for (int k = start[s]; k < start[s + 1]; k++) {
        if (k == start[s] || members[k] != members[size - 1]) {
          ofService[size] = s;
          members[size++] = members[k];
        }
        counts[size - 1]++;
      }
      rowStart[s + 1] = size;
    }
    tariff = Arrays.copyOf(members, size);
    count = Arrays.copyOf(counts, size);
    service = Arrays.copyOf(ofService, size);
  }

  int size() {
    return count.length;
  }

  /** The class of a service and a tariff that it serves. */
  int of(int ofService, int ofTariff) {
    int first = rowStart[ofService];
    int end = rowStart[ofService + 1];
    return end == first + 1 ? first : Arrays.binarySearch(tariff, first, end, ofTariff);
  }

  int service(int ofClass) {
    return service[ofClass];
  }

  int tariff(int ofClass) {
    return tariff[ofClass];
  }

  /** How many terminals are of a class. */
  int count(int ofClass) {
    return count[ofClass];
  }
}
