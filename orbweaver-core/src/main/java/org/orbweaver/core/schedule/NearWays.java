package org.orbweaver.core.schedule;

import org.orbweaver.core.graph.Delay;
import org.orbweaver.core.graph.GatewaySearch;

/**
 * The satellites near a group, as their ways to one PoP are now. A way that was found when fewer
 * gateways were full is looked for again once it is asked for, and only then. A cursor, for one
 * thread.
 */
final class NearWays {
  private final NearSkies skies;
  private final NearSkies.Tools tools;
  private final GatewayChoice gateways;
  private final GatewaySearch search;
  private final boolean limitsDetours;
  private int group = -1;
  private int filled;
  private NearSkies.Near near =
      new NearSkies.Near(
          GatewayChoice.NONE,
          0,
          new int[0],
          new byte[0],
          new boolean[0],
          new long[0],
          0,
          new int[0],
          new long[0],
          new double[0],
          0,
          null);
  private boolean[] isNow = {};
  private int[] gateway = {};
  private long[] delayFs = {};
  private int[] shortest = {};
  private int shortestSize;
  private long mostLimitFs;

  /**
   * @param tools of its own
   */
  NearWays(NearSkies skies, NearSkies.Tools tools, GatewayChoice gateways, boolean limitsDetours) {
    this.skies = skies;
    this.tools = tools;
    this.gateways = gateways;
    this.limitsDetours = limitsDetours;
    search = gateways.openSearch();
  }

  /** Moves to a group and a PoP, as things are now; whether anything has changed. */
  boolean moveTo(int newGroup, int pop) {
    int nowFilled = gateways.filled();
    if (newGroup == group && pop == near.pop() && nowFilled == filled) {
      return false;
    }
    group = newGroup;
    begin(skies.of(group, pop, tools), nowFilled);
    if (mostLimitFs > near.limitFs()) {
      begin(skies.again(group, pop, tools), nowFilled);
    }
    return true;
  }

  private void begin(NearSkies.Near newNear, int nowFilled) {
    near = newNear;
    filled = nowFilled;
    if (near.size() > isNow.length) {
      isNow = new boolean[2 * near.size()];
      gateway = new int[2 * near.size()];
      delayFs = new long[2 * near.size()];
      shortest = new int[2 * near.size()];
    }
    boolean same = near.filled() == filled;
    for (int k = 0; k < near.size(); k++) {
      isNow[k] = same;
      gateway[k] = near.gateway()[k];
      delayFs[k] = near.delayFs()[k];
    }
    findShortest();
  }

  private void findShortest() {
    shortestSize = 0;
    long mostFs = Delay.UNREACHABLE_FS;
    for (int k = 0; limitsDetours && k < near.size(); k++) {
      if (near.delayFs()[k] + near.spaceFs()[k] > mostFs) {
        break;
      }
      if (gateway(k) == GatewayChoice.NONE) {
        continue;
      }
      long least = leastFs(k);
      if (near.sure()[k]) {
        mostFs = Math.min(mostFs, least + near.spanFs());
      }
      int at = shortestSize++;
      for (; at > 0 && leastFs(shortest[at - 1]) > least; at--) {
        shortest[at] = shortest[at - 1];
      }
      shortest[at] = k;
    }
    mostLimitFs = skies.limitFs(mostFs);
  }

  /** How many satellites are near. */
  int size() {
    return near.size();
  }

  int satellite(int k) {
    return near.satellite()[k];
  }

  /** What {@link org.orbweaver.core.geometry.GsoScreen} says, for all of the group. */
  byte verdict(int k) {
    return near.verdict()[k];
  }

  /** The gateway to which a satellite's way leads, or {@link GatewayChoice#NONE}. */
  int gateway(int k) {
    if (!isNow[k]) {
      isNow[k] = true;
      int s = near.satellite()[k];
      int now = gateways.gateway(s, near.pop(), search);
      if (now != gateway[k]) {
        gateway[k] = now;
        delayFs[k] = gateways.delayFs(s, now, near.pop());
      }
    }
    return gateway[k];
  }

  /** How far the PoP is from a satellite whose {@link #gateway} has been asked for. */
  long delayFs(int k) {
    return delayFs[k];
  }

  /** How far it is over such a satellite from any terminal at least. */
  long leastFs(int k) {
    return delayFs[k] + near.spaceFs()[k];
  }

  /** How many satellites the shortest way of some terminal may lead over. */
  int shortestSize() {
    return shortestSize;
  }

  /** One of them, from the least way up. */
  int shortest(int j) {
    return shortest[j];
  }

  /** Up to where ways are no detours if the shortest is as long as this. */
  long limitFs(long shortestFs) {
    return skies.limitFs(shortestFs);
  }

  /** Whether there is a way over a satellite, and it is no detour for some terminal. */
  boolean mayBeNear(int k) {
    return gateway(k) != GatewayChoice.NONE && leastFs(k) <= mostLimitFs;
  }

  /** What a satellite scores at most, but for its lot and for having served before. */
  double most(int k) {
    return near.most()[k];
  }
}
