package org.orbweaver.app.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes {@code subscribers-2025-10.csv}: where the subscribers of Starlink are taken to be. Nobody
 * publishes them by country, so that two facts that are public stand for them: how many networks of
 * IPv4 addresses (in sizes of /24) the operator's geofeed gave to a country on 2025-10-21, as kept
 * in github.com/clarkzjw/starlink-geoip-data, and how many people live there (World Bank 2018, in
 * thousands, through country-json 2.3.0, MIT; small places: public). The feed is coarse where a
 * country has few networks; the geometric mean of both estimates is steadier than either. All
 * together are the 8 million that the operator named in November 2025. Countries in which the
 * service was not open are left out, though the feed may have networks for travellers.
 *
 * <p>Argument: the file to write.
 */
final class SubscribersCompiler {
  private static final double ALL = 8_000_000;

  /** No country has more than this part of its people as subscribers by its networks alone. */
  private static final double MOST_OF_PEOPLE = 0.02;

  /** What is taken of people, where the other estimate is missing or beside it. */
  private static final double OF_PEOPLE = 0.001;

  /** Country, networks, people in thousands. */
  private static final String FACTS =
      """
      AD 2 77, AG 2 96, AI 0 15, AL 5.5 2866, AM 2 2952, AR 47 44495, AS 1 55, AT 4 8841,
      AU 77 24983, AW 0 106, AX 1 30, AZ 2 9940, BB 2 287, BD 4 161356, BE 3 11433, BF 2 19752,
      BG 13 7025, BH 1 1569, BI 2 11175, BJ 2 11485, BL 2 10, BM 0 64, BN 2.5 429, BQ 2 26,
      BR 72 209469,
      BS 4 386, BT 2 754, BW 5 2254, BZ 0 383, CA 111 37058, CC 0 1, CD 3 84068, CH 2 8513,
      CK 1 17, CL 49 18729, CO 25 49649, CR 4 4999, CV 1 544, CW 0 159, CX 0 2, CY 4 1189,
      CZ 4 10630, DE 29 82906, DK 2 5794, DM 2 72, DO 3 10627, EC 9 17084, EE 1 1322,
      ES 21 46797, FI 1 5516, FJ 2 883, FK 2 4, FM 1.5 113, FO 0 48, FR 40 66977, GB 38 67000,
      GD 2 111, GE 2 3727, GF 2 291, GG 1 64, GH 3 29767, GI 0 34, GL 0 56, GM 0 2280, GP 2 396,
      GR 6 10732, GT 8 17248, GU 3.5 166, GW 2 1874, GY 2 779, HN 3 9588, HR 3 4088, HT 6 11123,
      HU 4.25 9776, ID 26.5 267663, IE 4 4867, IL 3 8883, IM 0 84, IO 0 3, IS 1 353, IT 19 60422,
      JE 0 104, JM 4 2935, JO 3 9956, JP 16 126529, KE 11 51393, KI 1 116, KM 0 832, KN 0 52,
      KY 0 64, KZ 2 18272, LC 2 182, LI 2 38, LK 2 21670, LR 2 4819, LS 2 2108, LT 1 2802,
      LU 1 608, LV 1 1927, MC 0 39, MD 4 2706, ME 2 631, MF 2 35, MG 5 26262, MH 2 58, MK 2 2084,
      ML 2 19078, MM 4 53708, MN 2 3170, MP 1.5 57, MQ 2 376, MS 0 5, MT 3.25 485, MU 0 1265,
      MV 3 516, MW 5 18143, MX 61 126191, MY 17 31529, MZ 9 29496, NC 0 284, NE 4 22443, NF 0 2,
      NG 18 195875, NI 2 6466, NL 5 17232, NO 3 5312, NR 1 13, NU 0 2, NZ 15 4841, OM 4 4829,
      PA 3 4177, PE 15 31989, PF 0 278, PG 0 8606, PH 24 106652, PL 11 37975, PM 1 6, PN 1 0.05,
      PR 3 3195, PT 2 10284, PW 0 18, PY 4 6956, QA 10 2782, RE 1 860, RO 3 19466, RW 2 12302,
      SB 2 653, SD 8 41802, SE 2 10175, SH 0 6, SI 3 2074, SJ 1 3, SK 4 5447, SL 2 7650, SM 0 34,
      SN 2 15854, SO 2 15008, SR 2 576, SS 4 10976, ST 2 211, SV 2 6421, SX 2 41, SZ 3 1136,
      TC 0 38, TD 4 15478, TG 0 7889, TK 0 2, TL 2 1268, TO 2 103, TT 4 1390, TV 2 12,
      UA 31 44623, US 516 326688, UY 2 3449, VC 2 110, VE 5 28870, VG 0 30, VI 2 107, VU 2 293,
      WF 0 12, WS 2 196, XK 0 1840, YE 9 28499, YT 3 270, ZM 6 17352, ZW 12 14439
      """;

  private SubscribersCompiler() {}

  public static void main(String[] args) throws IOException {
    Map<String, Double> estimates = estimates();
    double sum = estimates.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, List<CountryPlace>> places = new TreeMap<>();
    for (CountryPlace place : Places.all()) {
      places.computeIfAbsent(place.country(), code -> new ArrayList<>()).add(place);
    }
    StringBuilder out = new StringBuilder("country,lat_deg,lon_deg,subscribers,source\n");
    estimates.forEach((country, estimate) -> {
      List<CountryPlace> here = places.get(country);
      if (here == null) {
        throw new IllegalStateException("no place in " + country);
      }
      Map<String, Double> at = new LinkedHashMap<>();
      for (CountryPlace place : here) {
        at.merge(
            String.format(Locale.ROOT, "%.1f,%.1f", place.latDeg(), place.lonDeg()),
            ALL * estimate / sum / here.size(),
            Double::sum);
      }
      String source = networks(country) > 0 ? "geofeed 2025-10-21 and people" : "people";
      at.forEach((place, count) ->
          out.append(
              String.format(
                  Locale.ROOT, "%s,%s,%.0f,%s\n", country, place, Math.ceil(count), source)));
    });
    Files.writeString(Path.of(args[0]), out);
  }

  private static double networks(String country) {
    for (String fact : FACTS.split(",")) {
      String[] word = fact.strip().split(" ");
      if (word[0].equals(country)) {
        return Double.parseDouble(word[1]);
      }
    }
    throw new IllegalStateException(country);
  }

  private static Map<String, Double> estimates() {
    double allNetworks = 0;
    for (String fact : FACTS.split(",")) {
      allNetworks += Double.parseDouble(fact.strip().split(" ")[1]);
    }
    Map<String, Double> estimates = new TreeMap<>();
    for (String fact : FACTS.split(",")) {
      String[] word = fact.strip().split(" ");
      double people = 1000 * Double.parseDouble(word[2]);
      double byNetworks = Double.parseDouble(word[1]) * ALL / allNetworks;
      double byPeople = OF_PEOPLE * people;
      estimates.put(
          word[0],
          byNetworks > 0
              ? Math.sqrt(Math.min(byNetworks, MOST_OF_PEOPLE * people) * byPeople)
              : byPeople);
    }
    return estimates;
  }
}
