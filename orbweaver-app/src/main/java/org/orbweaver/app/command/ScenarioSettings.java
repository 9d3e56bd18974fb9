package org.orbweaver.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.input.Text;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.shape.KeyShape;
import org.orbweaver.format.shape.RecordShape;
import org.orbweaver.format.yaml.YamlNode;
import org.orbweaver.format.yaml.YamlReader;

/** Every key of a scenario file: its value as it is written, and the line that gives it. */
final class ScenarioSettings {
  private static final int LIMIT_BYTES = 16 << 20;

  private final RowWriter rows;
  private final String shownAs;
  private final Map<String, String[]> overridden;

  /**
   * @param overridden value and source of the keys that something stronger than the scenario gives
   */
  private ScenarioSettings(RowWriter rows, String shownAs, Map<String, String[]> overridden) {
    this.rows = rows;
    this.shownAs = shownAs;
    this.overridden = overridden;
  }

  /** Writes a row a key of a scenario that has no problems. */
  static void write(RowWriter rows, Path file, Map<String, String[]> overridden) {
    String shownAs = Input.shown(file);
    Problems none = new Problems();
    String text = Text.read(file, shownAs, LIMIT_BYTES, none);
    YamlNode root = text == null ? null : YamlReader.read(text, shownAs, none);
    new ScenarioSettings(rows, shownAs, overridden)
        .record(RecordShape.of(Scenario.class), root, "");
  }

  private void record(RecordShape shape, @Nullable YamlNode node, String path) {
    YamlNode.Mapping mapping = node instanceof YamlNode.Mapping given ? given : null;
    for (KeyShape key : shape.keys()) {
      YamlNode.Entry entry = mapping == null ? null : mapping.entry(key.name());
      String name = path.isEmpty() ? key.name() : path + "." + key.name();
      YamlNode value = entry == null ? null : entry.value();
      if (key.kind() == KeyShape.Kind.RECORD) {
        if (value != null || !key.nullable()) {
          record(key.record(), value, name);
        }
      } else if (key.kind() == KeyShape.Kind.RECORDS
          && !key.name().equals("sites")
          && value instanceof YamlNode.Sequence sequence
          && !sequence.items().isEmpty()) {
        records(key.record(), sequence.items(), name);
      } else {
        row(name, key, entry);
      }
    }
  }

  private void records(RecordShape shape, List<YamlNode> items, String name) {
    for (int i = 0; i < items.size(); i++) {
      record(shape, items.get(i), name + "[" + i + "]");
    }
  }

  private void row(String name, KeyShape key, YamlNode.@Nullable Entry entry) {
    String[] stronger = overridden.get(name.replaceAll("\\[\\d+]", ""));
    if (stronger != null) {
      rows.text(name).text(stronger[0]).text(stronger[1]).endRow();
      return;
    }
    rows.text(name);
    if (entry != null) {
      rows.text(written(entry.value())).text("scenario " + shownAs + ":" + entry.line());
    } else {
      rows.text(key.hasDefault() ? key.key().byDefault() : null).text("default");
    }
    rows.endRow();
  }

  private static @Nullable String written(YamlNode value) {
    return switch (value) {
      case YamlNode.Scalar scalar -> scalar.text();
      case YamlNode.Sequence sequence -> written(sequence.items());
      default -> null;
    };
  }

  /** Texts as a list; records as their number, since tables of sites are long. */
  private static String written(List<YamlNode> items) {
    boolean texts = items.stream().allMatch(YamlNode.Scalar.class::isInstance);
    return texts
        ? items.stream()
            .map(item -> ((YamlNode.Scalar) item).text())
            .collect(Collectors.joining(", ", "[", "]"))
        : items.size() + " entries";
  }
}
