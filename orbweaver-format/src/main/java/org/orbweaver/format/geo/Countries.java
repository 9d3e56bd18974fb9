package org.orbweaver.format.geo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.Regions;
import org.orbweaver.core.geometry.RegionsBuilder;

/**
 * The land of countries, from Natural Earth's 1:50 million map (public domain), by their codes of
 * ISO 3166-1 alpha-2; Kosovo is XK, as usual. The map draws who governs a place; where ISO 3166
 * gives a territory a code of its own or counts it to another country (French Guiana, Svalbard,
 * Crimea), the code is ISO's. The resource is written by {@code CountryCompiler}, beside the tests,
 * which also says what it holds.
 */
public final class Countries {
  /** How far off a coast or in a gap of the map a place still belongs to a country. */
  public static final double OFFSHORE_M = 25e3;

  static final String RESOURCE = "countries-50m.bin";
  static final int MAGIC = 0x4f574731; // OWG1

  private Countries() {}

  /** The map, read once; 80,000 corners. */
  public static Regions regions() {
    return Loaded.REGIONS;
  }

  /** The country that a place is in, or off the coast of; null where it is in none. */
  public static @Nullable String at(double latDeg, double lonDeg) {
    int region = regions().near(Math.toRadians(latDeg), Math.toRadians(lonDeg), OFFSHORE_M);
    return region == Regions.NONE ? null : regions().name(region);
  }

  /** Every code that a terminal's country may have: those of ISO 3166-1, and XK. */
  public static Set<String> codes() {
    Set<String> codes = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
    codes.add("XK");
    return codes;
  }

  /** Takes borders, country by country. */
  public interface Outlines {
    /** Begins a country; the rings that follow are its. */
    void country(String code);

    /** A ring's corners, radians; the first is not repeated. */
    void ring(double[] latRad, double[] lonRad);
  }

  /** Hands every border of the map over, for drawing. */
  public static void outlines(Outlines outlines) {
    read(resource(), outlines);
  }

  private static byte[] resource() {
    try (InputStream in = Countries.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not in the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Read when it is first asked for. */
  private static final class Loaded {
    static final Regions REGIONS = read(resource());
  }

  /** Reads what the compiler wrote. */
  static Regions read(byte[] bytes) {
    RegionsBuilder builder = new RegionsBuilder();
    read(
        bytes,
        new Outlines() {
          @Override
          public void country(String code) {
            builder.region(code);
          }

          @Override
          public void ring(double[] latRad, double[] lonRad) {
            builder.ring(latRad, lonRad);
          }
        });
    return builder.build();
  }

  private static void read(byte[] bytes, Outlines outlines) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (in.getInt() != MAGIC) {
      throw new IllegalArgumentException("these are no borders");
    }
    double westDeg = in.getDouble();
    double stepLonDeg = in.getDouble();
    double southDeg = in.getDouble();
    double stepLatDeg = in.getDouble();
    double[][] arcLat = new double[count(in)][];
    double[][] arcLon = new double[arcLat.length][];
    for (int a = 0; a < arcLat.length; a++) {
      int corners = count(in);
      arcLat[a] = new double[corners];
      arcLon[a] = new double[corners];
      int x = 0;
      int y = 0;
      for (int i = 0; i < corners; i++) {
        x += signed(in);
        y += signed(in);
        arcLon[a][i] = Math.toRadians(westDeg + x * stepLonDeg);
        arcLat[a][i] = Math.toRadians(southDeg + y * stepLatDeg);
      }
    }
    for (int regions = count(in); regions > 0; regions--) {
      byte[] code = new byte[2];
      in.get(code);
      outlines.country(new String(code, StandardCharsets.US_ASCII));
      for (int rings = count(in); rings > 0; rings--) {
        ring(in, arcLat, arcLon, outlines);
      }
    }
  }

  /** A ring is arcs end to end; the last corner of one is the first of the next. */
  private static void ring(ByteBuffer in, double[][] arcLat, double[][] arcLon, Outlines outlines) {
    double[] lat = new double[0];
    double[] lon = new double[0];
    for (int arcs = count(in); arcs > 0; arcs--) {
      int reference = signed(in);
      boolean backward = reference < 0;
      int arc = backward ? ~reference : reference;
      int corners = arcLat[arc].length - 1;
      int at = lat.length;
      lat = Arrays.copyOf(lat, at + corners);
      lon = Arrays.copyOf(lon, at + corners);
      for (int i = 0; i < corners; i++) {
        int from = backward ? corners - i : i;
        lat[at + i] = arcLat[arc][from];
        lon[at + i] = arcLon[arc][from];
      }
    }
    outlines.ring(lat, lon);
  }

  /** Seven bits a byte, the lowest first. */
  private static int count(ByteBuffer in) {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      int part = in.get();
      value |= (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
  }

  /** The sign in the lowest bit. */
  private static int signed(ByteBuffer in) {
    int value = count(in);
    return (value >>> 1) ^ -(value & 1);
  }
}
