package org.orbweaver.governance.preview;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orbweaver.governance.json.Json;
import org.orbweaver.governance.json.JsonException;
import org.orbweaver.governance.json.JsonReader;
import org.orbweaver.governance.json.JsonWriter;
import org.orbweaver.governance.signing.MalformedException;

/**
 * Which lines a decision would change, exactly: what the public preview seals. Shown to those who
 * assess and approve, and compared again when the decision is carried out.
 *
 * @param lines those that lose or gain, by name
 */
public record ImpactDetail(List<LineImpact> lines) {
  /** What stands first in its JSON. */
  public static final String FORMAT = "orbweaver-preview-detail/1";

  /**
   * One line.
   *
   * @param line its id
   * @param lineClass one of {@link ImpactPreview#CLASSES}
   * @param slotsLost slots in which it has service only without the decision
   * @param slotsGained slots in which it has service only with it
   */
  public record LineImpact(String line, String lineClass, int slotsLost, int slotsGained) {
    /** Whether the line is one of those without which people are in danger. */
    public boolean isEssential() {
      return ImpactPreview.ESSENTIAL.contains(lineClass);
    }
  }

  public ImpactDetail {
    lines = lines.stream().sorted(Comparator.comparing(LineImpact::line)).toList();
  }

  /** The canonical JSON, one line and a newline. */
  public byte[] bytes() {
    List<Json> rows = new ArrayList<>();
    for (LineImpact line : lines) {
      Map<String, Json> row = new LinkedHashMap<>();
      row.put("line", new Json.Str(line.line()));
      row.put("class", new Json.Str(line.lineClass()));
      row.put("slotsLost", new Json.Num(String.valueOf(line.slotsLost())));
      row.put("slotsGained", new Json.Num(String.valueOf(line.slotsGained())));
      rows.add(new Json.Obj(row));
    }
    Map<String, Json> all = new LinkedHashMap<>();
    all.put("format", new Json.Str(FORMAT));
    all.put("lines", new Json.Arr(rows));
    return (JsonWriter.write(new Json.Obj(all)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads the canonical bytes.
   *
   * @throws MalformedException where they are none
   */
  public static ImpactDetail parse(byte[] bytes) {
    try {
      if (JsonReader.read(bytes) instanceof Json.Obj all
          && all.members().get("lines") instanceof Json.Arr rows) {
        ImpactDetail detail =
            new ImpactDetail(rows.values().stream().map(ImpactDetail::line).toList());
        if (java.util.Arrays.equals(bytes, detail.bytes())) {
          return detail;
        }
      }
    } catch (JsonException e) {
      throw new MalformedException("not the detail of a preview: " + e.message());
    }
    throw new MalformedException("not the detail of a preview");
  }

  private static LineImpact line(Json json) {
    if (json instanceof Json.Obj row
        && row.members().get("line") instanceof Json.Str name
        && row.members().get("class") instanceof Json.Str itsClass
        && row.members().get("slotsLost") instanceof Json.Num lost
        && row.members().get("slotsGained") instanceof Json.Num gained
        && lost.text().matches("[0-9]{1,9}")
        && gained.text().matches("[0-9]{1,9}")) {
      return new LineImpact(
          name.value(),
          itsClass.value(),
          Integer.parseInt(lost.text()),
          Integer.parseInt(gained.text()));
    }
    throw new MalformedException("a line has a name, a class and slots lost and gained");
  }
}
