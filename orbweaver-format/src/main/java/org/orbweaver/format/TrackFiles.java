package org.orbweaver.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.Track;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.core.scenario.TrackPoint;
import org.orbweaver.format.csv.TableReader;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.problem.Located;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;

/** Where terminals go: their track files, each read once. */
final class TrackFiles {
  private final Path scenarioFile;
  private final Problems problems;
  private final Map<Path, @Nullable Track> known = new HashMap<>();

  /** By index of the terminal. */
  final Map<Integer, Track> tracks = new HashMap<>();

  TrackFiles(Path scenarioFile, SiteLists sites, Problems problems) {
    this.scenarioFile = scenarioFile;
    this.problems = problems;
    for (int t = 0; t < sites.locatedTerminals.size(); t++) {
      Located<TerminalSpec> terminal = sites.locatedTerminals.get(t);
      String written = terminal.value().track();
      Track track = written == null ? null : track(written, terminal.place("track"));
      if (track != null) {
        tracks.put(t, track);
      }
    }
  }

  private @Nullable Track track(String written, Place place) {
    Path file = Beside.resolve(scenarioFile, written, place, problems);
    if (file == null) {
      return null;
    }
    if (!known.containsKey(file)) {
      known.put(file, read(file));
    }
    return known.get(file);
  }

  private @Nullable Track read(Path file) {
    int before = problems.count();
    List<Located<TrackPoint>> rows =
        TableReader.read(file, Input.shown(file), TrackPoint.class, problems);
    if (rows == null) {
      return null;
    }
    long[] timeNs = new long[rows.size()];
    List<GeodeticPoint> places = new ArrayList<>();
    for (int k = 0; k < timeNs.length; k++) {
      TrackPoint point = rows.get(k).value();
      Place at = rows.get(k).place("timeUtc");
      Long ns = Times.parse(point.timeUtc(), at, problems);
      timeNs[k] = ns == null ? 0 : ns;
      if (ns != null && k > 0 && ns <= timeNs[k - 1]) {
        problems.add(
            at.problem("is " + Words.quote(point.timeUtc()), "later than in the line before"));
      }
      places.add(GeodeticPoint.ofDegrees(point.latDeg(), point.lonDeg(), point.altM()));
    }
    if (rows.isEmpty() && problems.count() == before) {
      problems.add(Input.shown(file), 1, 1, "file", "has no places", "at least one");
    }
    return problems.count() == before ? new Track(timeNs, places) : null;
  }
}
