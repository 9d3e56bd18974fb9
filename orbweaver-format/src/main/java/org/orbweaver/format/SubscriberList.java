package org.orbweaver.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.core.scenario.SubscriberSpec;
import org.orbweaver.format.csv.TableReader;
import org.orbweaver.format.geo.Countries;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.problem.Located;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.yaml.Binder;

/** Subscribers beside a scenario's terminals, from the tables that it names. */
final class SubscriberList {
  private SubscriberList() {}

  /** Reads them all; what is wrong with them is reported. */
  static List<SubscriberSpec> of(
      Scenario scenario, Path scenarioFile, Binder binder, Problems problems) {
    Set<String> codes = Countries.codes();
    List<SubscriberSpec> subscribers = new ArrayList<>();
    List<String> files = scenario.load().subscribers();
    for (int i = 0; i < files.size(); i++) {
      Place place = binder.place("load.subscribers[" + i + "]");
      Path file = Beside.resolve(scenarioFile, files.get(i), place, problems);
      List<Located<SubscriberSpec>> rows =
          file == null
              ? null
              : TableReader.read(file, Input.shown(file), SubscriberSpec.class, problems);
      for (Located<SubscriberSpec> row : rows == null ? List.<Located<SubscriberSpec>>of() : rows) {
        String country = row.value().country();
        if (country.matches("[A-Z]{2}") && !codes.contains(country)) {
          problems.add(
              row.place("country")
                  .problem("is " + Words.quote(country), "a country's code of ISO 3166-1 alpha-2"));
        }
        subscribers.add(row.value());
      }
    }
    return subscribers;
  }
}
