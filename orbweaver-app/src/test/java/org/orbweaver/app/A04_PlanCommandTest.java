package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class A04_PlanCommandTest {
  @TempDir Path folder;
  private String tiny = "";

  @BeforeEach
  void writeScenario() {
    tiny = Tiny.in(folder);
  }

  @Test
  void whoIsServedByWhat() {
    Outcome outcome = Run.run("plan", tiny, "--slots", "2");
    assertThat(outcome.out())
        .isEqualTo(
            """
            slot_start_utc,terminal,state,reason,satellite,norad_id,elevation_deg,azimuth_deg,\
            range_km,gateway,pop,isl_hops,rtt_ms,down_mbps,up_mbps,handover,pop_by,rtt_p05_ms,\
            rtt_p50_ms,rtt_p95_ms,decision,decision_mark,overruled,link_down_mbps,link_up_mbps,rain_mm_per_h,\
            rain_db
            2026-05-21T00:00:12Z,near,served,SERVED,ring-0-27,,45.136,90.000,735.072,gate,hub,0,\
            16.333753,250.000,30.000,false,nearest,26.437,36.557,61.566,,,,,,,
            2026-05-21T00:00:12Z,far,served,SERVED,ring-0-31,,86.187,90.000,541.567,gate,hub,3,\
            40.481669,250.000,30.000,false,nearest,53.714,63.834,88.843,,,,,,,
            2026-05-21T00:00:12Z,polar,unserved,NO_SATELLITE_IN_VIEW,,,,,,,,,,,,false,,,,,,,,,,,
            2026-05-21T00:00:12Z,hub,served,SERVED,ring-0-28,,51.785,106.750,671.967,gate,hub,0,\
            19.623492,250.000,30.000,false,nearest,30.012,40.133,65.142,,,,,,,
            2026-05-21T00:00:27Z,near,served,SERVED,ring-0-26,,48.716,270.000,698.765,gate,hub,\
            1,23.296272,250.000,30.000,true,nearest,34.021,44.141,69.150,,,,,,,
            2026-05-21T00:00:27Z,far,served,SERVED,ring-0-31,,75.204,90.000,557.483,gate,hub,4,\
            44.081855,250.000,30.000,false,nearest,58.117,68.238,93.247,,,,,,,
            2026-05-21T00:00:27Z,polar,unserved,NO_SATELLITE_IN_VIEW,,,,,,,,,,,,false,,,,,,,,,,,
            2026-05-21T00:00:27Z,hub,served,SERVED,ring-0-28,,45.156,103.353,734.847,gate,hub,1,\
            23.536987,250.000,30.000,false,nearest,34.698,44.818,69.827,,,,,,,
            """);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void whatIfSomethingWereOut() {
    Outcome without = Run.run("plan", tiny, "--terminal", "near", "--without", "sat:ring-0-27");
    assertThat(without.out()).contains("near,served,SERVED,ring-0-26,");
    Outcome dark = Run.run("plan", tiny, "--without", "gateway:g*");
    assertThat(dark.out()).contains("near,unserved,NO_GATEWAY_REACHABLE,");
    assertThat(dark.exitCode()).isEqualTo(ExitCode.NO);
    Outcome failed = Run.run("plan", tiny, "--without", "constellation:ring");
    assertThat(failed.out())
        .contains("near,unserved,SATELLITE_FAILED,", "polar,unserved,NO_SATELLITE_IN_VIEW,");
  }

  @Test
  void whatIfSaysWhatItDoesNotKnow() {
    Outcome wrong = Run.run("plan", tiny, "--without", "gateway:gat");
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("there is no gateway \"gat\"", "Did you mean gate?");
    assertThat(Run.run("plan", tiny, "--without", "gate").err())
        .contains("\"gate\" cannot be out", "Give gateway:gate.");
  }

  @Test
  void theScenariosOutagesCount() {
    String yaml = Tiny.YAML + "outages: [{ out: [\"sat:ring-0-27\"], from: +10s, until: +20s }]\n";
    String file = Tiny.write(folder, "outage.yaml", yaml);
    List<String> lines =
        Run.run("plan", file, "--terminal", "near", "--slots", "3").out().lines().toList();
    assertThat(lines.get(1)).contains("near,served,SERVED,ring-0-26,");
    String early = Run.run("path", file, "--from", "near", "--to", "pop:hub", "--instant").out();
    assertThat(early).contains("near>ring-0-27");
    String within =
        Run.run(
                "path",
                file,
                "--from",
                "near",
                "--to",
                "pop:hub",
                "--instant",
                "--start",
                "2026-05-21T00:00:25Z")
            .out();
    // From + lies after the start in force.
    assertThat(within).contains("near>ring-0-27");
    assertThat(
            Run.run(
                    "path",
                    file,
                    "--from",
                    "near",
                    "--to",
                    "pop:hub",
                    "--instant",
                    "--step",
                    "15s",
                    "--count",
                    "2")
                .out()
                .lines()
                .toList()
                .get(2))
        .doesNotContain("ring-0-27");
  }

  @Test
  void aPlanDoesNotDependOnWhereTheQuestionBegins() {
    List<String> two = Run.run("plan", tiny, "--slots", "2").out().lines().toList();
    List<String> second =
        Run.run("plan", tiny, "--start", "2026-05-21T00:00:27Z").out().lines().toList();
    assertThat(second.subList(1, 5)).isEqualTo(two.subList(5, 9));
    List<String> within =
        Run.run("plan", tiny, "--start", "2026-05-21T00:00:41.999Z").out().lines().toList();
    assertThat(within).isEqualTo(second);
  }

  @Test
  void chosenTerminalsComeInTheOrderAskedFor() {
    Outcome outcome =
        Run.run(
            "plan", tiny, "--terminal", "hub", "--terminal", "terminal:near", "--terminal", "hub");
    assertThat(outcome.out().lines().skip(1).map(line -> line.split(",")[1]))
        .containsExactly("hub", "near");
  }

  @Test
  void anUnknownTerminalIsWrongUse() {
    Outcome outcome = Run.run("plan", tiny, "--terminal", "pollar");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualTo("orbweaver: there is no terminal 'pollar'\nDid you mean polar?\n");
    assertThat(Run.run("plan", tiny, "--terminal", "gate").err())
        .startsWith("orbweaver: there is no terminal 'gate'");
  }

  @Test
  void withoutAnyServiceTheAnswerIsNo() {
    assertThat(Run.run("plan", tiny, "--terminal", "polar").exitCode()).isEqualTo(ExitCode.NO);
  }

  @Test
  void candidatesAreAllInViewBestFirst() {
    Outcome outcome = Run.run("plan", tiny, "--terminal", "near", "--candidates");
    assertThat(outcome.out())
        .isEqualTo(
            """
            slot_start_utc,terminal,satellite,norad_id,elevation_deg,azimuth_deg,range_km,\
            gso_separation_deg,admitted,reason,rank,probability,chosen,rtt_ms,detour
            2026-05-21T00:00:12Z,near,ring-0-27,,45.136,90.000,735.072,0.000,true,SERVED,1,,true,16.334,false
            2026-05-21T00:00:12Z,near,ring-0-26,,42.364,270.000,767.523,0.000,true,,2,,false,23.793,false
            """);
  }

  @Test
  void candidatesSayWhichWayIsADetour() {
    String hub = "routing: { longestDetourMs: 0.01 }\n";
    String detours = Tiny.write(folder, "detours.yaml", Tiny.YAML + hub);
    Outcome candidates = Run.run("plan", detours, "--terminal", "near", "--candidates");
    assertThat(candidates.out().lines().skip(1).map(line -> line.endsWith(",true")))
        .as(candidates.out())
        .containsExactlyInAnyOrder(true, false);
    Outcome explained = Run.run("plan", detours, "--terminal", "near", "--explain");
    assertThat(explained.out().lines().filter(line -> line.endsWith(",true"))).hasSize(1);
  }

  @Test
  void theGeostationaryArcKeepsSatellitesOfTheEquatorOut() {
    String gso = Tiny.write(folder, "gso.yaml", Tiny.YAML + "radio: { gsoSeparationDeg: 18 }\n");
    Outcome candidates = Run.run("plan", gso, "--terminal", "near", "--candidates");
    assertThat(candidates.out().lines().skip(1))
        .isNotEmpty()
        .allMatch(line -> line.matches(".*,0.000,false,GSO_PROTECTION,,,false,[0-9.]*,false"));
    Outcome plan = Run.run("plan", gso, "--terminal", "near");
    assertThat(plan.out()).contains(",near,unserved,GSO_PROTECTION,,,,");
    assertThat(plan.exitCode()).isEqualTo(ExitCode.NO);
  }

  @Test
  void csvAndJsonSayTheSame() {
    List<String> csv = new ArrayList<>();
    CsvReader.builder()
        .ofCsvRecord(Run.run("plan", tiny, "--slots", "20").out())
        .forEach(row -> csv.addAll(row.getFields()));
    List<String> json = new ArrayList<>();
    String text = Run.run("plan", tiny, "--slots", "20", "--format", "json").out();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue()) {
          json.add(token == JsonToken.VALUE_NULL ? "" : parser.getString());
        }
      }
    }
    assertThat(csv).hasSize(27 + 20 * 4 * 27);
    assertThat(json.subList(1, json.size())).isEqualTo(csv.subList(27, csv.size()));
  }

  @Test
  void slotsBeyondTheCalendarAreWrongUse() {
    Outcome outcome = Run.run("plan", tiny, "--slots", "2000000000");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).isEqualTo("orbweaver: --slots leads beyond the year 2262\n");
  }

  @Test
  void longRunsStreamSlotBySlot() {
    Outcome outcome = Run.run("plan", tiny, "--slots", "240", "--terminal", "far");
    assertThat(outcome.out().lines()).hasSize(241);
    assertThat(outcome.out()).contains("2026-05-21T00:59:57Z,far,");
  }

  @Test
  void aLaserThatIsNotThereCannotBeLeftOut() {
    assertThat(Run.run("plan", tiny, "--without", "laser:ring-0-27--ring-0-28").err()).isEmpty();
    Outcome never = Run.run("plan", tiny, "--without", "laser:ring-0-27--ring-0-10");
    assertThat(never.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(never.out()).isEmpty();
    assertThat(never.err().lines())
        .containsExactly(
            "orbweaver: there is no laser link \"ring-0-27--ring-0-10\"",
            "Give one of the scenario's, or laser:A for all of one's.");
    String derived =
        Tiny.write(
            folder,
            "derived.yaml",
            Tiny.YAML.replace("constellation: ring }", "constellation: ring, pattern: derived }"));
    Outcome now = Run.run("plan", derived, "--without", "laser:ring-0-27--ring-0-10");
    assertThat(now.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(now.err().strip())
        .isEqualTo("note: there is no laser link \"ring-0-27--ring-0-10\" at 2026-05-21T00:00:12Z");
  }
}
