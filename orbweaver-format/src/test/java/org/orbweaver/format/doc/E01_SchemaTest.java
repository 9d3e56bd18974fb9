package org.orbweaver.format.doc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.format.ScenarioSchema;

/** The published schema is the one that the records make. */
class E01_SchemaTest {
  static final String FILE = "doc/schema/orbweaver-1.schema.json";

  @Test
  void isUpToDate() throws IOException {
    Generated.assertUpToDate(FILE, schema());
  }

  @Test
  void isPackaged() {
    assumeFalse(Boolean.getBoolean("orbweaver.update"), "packaged before it was written anew");
    assertThat(ScenarioSchema.text()).isEqualTo(schema());
  }

  static String schema() {
    return SchemaWriter.schema(
        Scenario.class, "urn:orbweaver:scenario:1", "An Orbweaver scenario, format orbweaver/1");
  }
}
