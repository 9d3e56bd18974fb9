package org.orbweaver.core.policy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.SiteTable;

/**
 * Terminals as policy sees them, by dense index. Layout: latitude and longitude in {@link
 * Nanodegrees}, country and service class, each an array by terminal. Immutable.
 */
public final class Subjects {
  private final SiteTable sites;
  private final long[] latNd;
  private final long[] lonNd;
  private final @Nullable String[] countries;
  private final ServiceClass[] classes;
  private final TerminalCells cells;

  /**
   * @param countries by terminal, ISO 3166-1 alpha-2, or null where it is in none
   * @param classes by terminal what its line is for
   * @throws IllegalArgumentException where the lists differ in length
   */
  public Subjects(SiteTable sites, List<@Nullable String> countries, List<ServiceClass> classes) {
    if (countries.size() != sites.size() || classes.size() != sites.size()) {
      throw new IllegalArgumentException("each terminal has a country or none, and a class");
    }
    this.sites = sites;
    this.countries = countries.toArray(new String[0]);
    this.classes = classes.toArray(new ServiceClass[0]);
    latNd = new long[sites.size()];
    lonNd = new long[sites.size()];
    Arrays.setAll(latNd, t -> Nanodegrees.ofRad(sites.point(t).latRad()));
    Arrays.setAll(lonNd, t -> Nanodegrees.ofRad(sites.point(t).lonRad()));
    cells = new TerminalCells(latNd, lonNd);
  }

  public int size() {
    return latNd.length;
  }

  /** The index of a terminal's name, or -1. */
  public int indexOf(String name) {
    return sites.indexOf(name);
  }

  /** Where they are near each other. */
  TerminalCells cells() {
    return cells;
  }

  long latNd(int terminal) {
    return latNd[terminal];
  }

  long lonNd(int terminal) {
    return lonNd[terminal];
  }

  @Nullable String country(int terminal) {
    return countries[terminal];
  }

  ServiceClass serviceClass(int terminal) {
    return classes[terminal];
  }
}
