package org.orbweaver.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.scenario.ElementsSpec.Format;
import org.orbweaver.format.elements.TleText;

/** Thousands of damaged files, always the same ones: never an exception, always an answer. */
class F02_MutationTest {
  private static final int TIMES = Boolean.getBoolean("orbweaver.full") ? 20 : 1;

  private static final String SCENARIO =
      """
      format: orbweaver/1
      name: net
      description: >-
        Two lines
        of text.
      time: { start: 2026-05-21T00:00:12Z, slotSeconds: 15 }
      constellations:
        - name: shell1
          walker:
            pattern: star
            altitudeKm: 550
            inclinationDeg: 53.2
            planes: 4
            perPlane: 5
            phasing: 3
        - name: real
          elements:
            file: x.tle
            filters: { minAltitudeKm: 100, name: "^S[A-Z]*" }
      lasers:
        - { constellation: shell1, pattern: plus-grid, shift: -1 }
      gateways:
        files: [g.csv]
        sites: [{ name: aerzen, latDeg: 52.061, lonDeg: 9.328, antennas: 8 }]
      pops:
        sites:
          - name: 'frankfurt'
            latDeg: 50.12
            lonDeg: 8.735
      terminals:
        sites:
          - { name: "berlin", latDeg: 52.5, lonDeg: 13.4, pop: frankfurt, downMbps: 1.0e2 }
      radio: { elevationMaskDeg: 25, gsoSeparationDeg: 18 }
      routing: { betweenTerminals: viaPop }
      internet: { allow: ["example.org:443", "192.0.2.0/24:*"] }
      """;

  private static final String OMM_HEADER =
      "OBJECT_NAME,NORAD_CAT_ID,EPOCH,MEAN_MOTION,ECCENTRICITY,INCLINATION,RA_OF_ASC_NODE,"
          + "ARG_OF_PERICENTER,MEAN_ANOMALY,BSTAR,MEAN_MOTION_DOT\n";

  private static final String[] PIECES = {
    "\n",
    "\r",
    "\t",
    "\0",
    " ",
    ":",
    ": ",
    "- ",
    "-",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    ",",
    "#",
    "&a ",
    "*a",
    "!!int ",
    "<<: ",
    "|",
    ">",
    "%",
    "@",
    "`",
    "---\n",
    "...\n",
    "~",
    "null",
    "true",
    ".inf",
    "-1",
    "0",
    "1e999",
    "99999999999999999999",
    "NaN",
    "é",
    "\uFEFF",
    "\u2028",
    "😀",
    "\\u0000",
    "1 ",
    "2 ",
    ";",
    "walker:",
    "<",
    "</",
    "/>",
    "<omm>",
    "<!--",
    "<![CDATA[",
    "<!DOCTYPE ndm>",
    "&lt;",
    "&#0;",
    "&e;",
    " = ",
    "[deg]",
    "CCSDS_OMM_VERS = 2.0\n",
    "elements:",
    "../",
    "orbweaver/2",
    "\"\"",
  };

  @TempDir Path folder;

  @BeforeEach
  void beside() {
    new Folder(folder)
        .with("x.tle", TleText.set("SAT-1", "00005"))
        .with("g.csv", "name,lat_deg,lon_deg\na,1,1\n");
  }

  @Test
  void damagedScenarios() {
    mutate(SCENARIO, 3000, input -> Targets.scenario(input, folder));
  }

  @Test
  void damagedTwoLineElements() {
    String text =
        TleText.set("A", "00005") + TleText.set("0 B", "E8493") + TleText.set("", "00007");
    mutate(text, 3000, input -> Targets.elements(input, Format.TLE));
    mutate(text, 1000, input -> Targets.elements(input, Format.AUTO));
  }

  @Test
  void damagedJson() {
    String text =
        "[" + TleText.celestrak("A", 5) + ",\n" + TleText.spaceTrack("B", 999_999_999) + "]\n";
    mutate(text, 3000, input -> Targets.elements(input, Format.OMM_JSON));
    mutate(text, 1000, input -> Targets.elements(input, Format.AUTO));
  }

  @Test
  void damagedXml() {
    String text = TleText.ndm(TleText.xml("A", "5"), TleText.xml("B", "T0001"));
    mutate(text, 2000, input -> Targets.elements(input, Format.OMM_XML));
    mutate(text, 500, input -> Targets.elements(input, Format.AUTO));
  }

  @Test
  void damagedKvn() {
    String text = TleText.kvn("A", "5") + TleText.kvn("B", "999999999");
    mutate(text, 2000, input -> Targets.elements(input, Format.OMM_KVN));
    mutate(text, 500, input -> Targets.elements(input, Format.AUTO));
  }

  @Test
  void damagedTables() {
    mutate(
        """
        name,lat_deg,lon_deg,alt_m,elevation_mask_deg,note
        Ciudad-de-México,19.4,-99.1,2240,25,"a ""note"", quoted"
        b,1e1,-.5,,,
        """,
        3000,
        Targets::table);
    mutate(
        OMM_HEADER + "A,5,2026-05-21T06:00:00,15.06,.0001,53,120,90,270,.1E-3,.1E-4\n",
        2000,
        input -> Targets.elements(input, Format.OMM_CSV));
  }

  @Test
  void impossibleOrbits() {
    Random random = new Random(18);
    double[] meanMotions = {1e-6, 0.01, 1, 2, 6.3, 6.5, 12, 16, 17.5, 18};
    double[] eccentricities = {0, 1e-7, 0.01, 0.5, 0.7, 0.9, 0.99, 0.999999};
    double[] inclinations = {0, 1e-6, 53, 63.4, 90, 179.9999999, 180};
    double[] drags = {-1000, -1, -1e-4, 0, 1e-4, 1, 1000};
    String row = "A,%d,2026-05-21T06:00:00,%s,%s,%s,%s,%s,%s,%s,0\n";
    StringBuilder table = new StringBuilder(OMM_HEADER);
    for (int i = 0; i < 1000 * TIMES; i++) {
      table.append(
          row.formatted(
              i,
              meanMotions[random.nextInt(meanMotions.length)],
              eccentricities[random.nextInt(eccentricities.length)],
              inclinations[random.nextInt(inclinations.length)],
              random.nextInt(361),
              random.nextInt(361),
              random.nextInt(361),
              drags[random.nextInt(drags.length)]));
    }
    run(Targets.utf8(table.toString()), 0, input -> Targets.elements(input, Format.OMM_CSV));
  }

  @Test
  void damagedArchives() {
    // An archive of one element set, so that damage reaches the packed bytes.
    byte[] packed = Packed.gzip(TleText.set("A", "00005").getBytes(StandardCharsets.UTF_8));
    Random random = new Random(5);
    for (int i = 0; i < 2000 * TIMES; i++) {
      byte[] damaged = packed.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      run(damaged, i, input -> Targets.elements(input, Format.AUTO));
    }
  }

  private static void mutate(String valid, int count, Consumer<byte[]> target) {
    byte[] original = valid.getBytes(StandardCharsets.UTF_8);
    run(original, -1, target);
    Random random = new Random(valid.length());
    for (int i = 0; i < count * TIMES; i++) {
      byte[] changed = original;
      for (int change = 0; change <= random.nextInt(4); change++) {
        changed = mutated(changed, original, random);
      }
      run(changed, i, target);
    }
  }

  private static void run(byte[] input, int number, Consumer<byte[]> target) {
    try {
      target.accept(input);
    } catch (Throwable t) {
      throw new AssertionError(
          "mutation " + number + ", base64 " + Base64.getEncoder().encodeToString(input), t);
    }
  }

  private static byte[] mutated(byte[] bytes, byte[] original, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(12));
    byte[] none = {};
    return switch (random.nextInt(7)) {
      case 0 -> spliced(bytes, at, length, none);
      case 1 -> spliced(bytes, at, bytes.length - at, none);
      case 2 -> spliced(bytes, at, 0, Targets.utf8(PIECES[random.nextInt(PIECES.length)]));
      case 3 -> spliced(bytes, at, length, Targets.utf8(PIECES[random.nextInt(PIECES.length)]));
      case 4 -> spliced(bytes, at, Math.min(1, length), new byte[] {(byte) random.nextInt(256)});
      case 5 ->
          spliced(bytes, at, Math.min(1, length), new byte[] {(byte) ('0' + random.nextInt(10))});
      default -> {
        int from = random.nextInt(original.length);
        int size = Math.min(original.length - from, 1 + random.nextInt(80));
        byte[] slice = new byte[size];
        System.arraycopy(original, from, slice, 0, size);
        yield spliced(bytes, at, 0, slice);
      }
    };
  }

  private static byte[] spliced(byte[] bytes, int at, int removed, byte[] inserted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    out.write(inserted, 0, inserted.length);
    out.write(bytes, at + removed, bytes.length - at - removed);
    return out.toByteArray();
  }
}
