package org.orbweaver.format.elements;

import java.util.ArrayList;
import java.util.List;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** OMM as JSON: a list of objects or a single one; values as numbers or as texts. */
final class OmmJsonReader {
  private final String file;
  private final Problems skipped;
  private final OmmRecord record = new OmmRecord();
  private final TokenStreamLocation[] locations = new TokenStreamLocation[OmmField.count()];
  private final List<MeanElements> elements = new ArrayList<>();

  private OmmJsonReader(String file, Problems skipped) {
    this.file = file;
    this.skipped = skipped;
  }

  /**
   * The usable records.
   *
   * @param skipped takes the records that are left out
   * @param problems takes what makes the whole file unusable
   */
  static List<MeanElements> read(String text, String file, Problems skipped, Problems problems) {
    OmmJsonReader reader = new OmmJsonReader(file, skipped);
    try (JsonParser json =
        JsonFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
      reader.records(json);
      return reader.elements;
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      problems.add(
          file,
          at == null ? 1 : Math.max(1, at.getLineNr()),
          at == null ? 1 : Math.max(1, at.getColumnNr()),
          "json",
          "cannot be read from here on: " + Words.firstSentence(e.getOriginalMessage()),
          "a whole JSON document");
      return List.of();
    }
  }

  private void records(JsonParser json) {
    int depth = 0;
    for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        record(json);
      } else if (token == JsonToken.START_ARRAY && depth == 0) {
        depth++;
      } else if (token == JsonToken.END_ARRAY) {
        depth--;
      } else {
        Place place = place(json.currentTokenLocation(), "record");
        json.skipChildren();
        skipped.add(place.problem("is no object", "an object with the fields of an OMM"));
      }
    }
  }

  private void record(JsonParser json) {
    TokenStreamLocation start = json.currentTokenLocation();
    record.clear();
    OmmField twice = null;
    OmmField nested = null;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      OmmField field = OmmField.of(json.currentName());
      JsonToken value = json.nextToken();
      if (field == null) {
        json.skipChildren();
        continue;
      }
      twice = record.has(field) ? field : twice;
      locations[field.ordinal()] = json.currentTokenLocation();
      if (value.isStructStart()) {
        nested = field;
        json.skipChildren();
      } else {
        record.set(field, value == JsonToken.VALUE_NULL ? null : json.getString().strip());
      }
    }
    OmmField fault = nested == null ? twice : nested;
    if (fault != null) {
      Place place = place(locations[fault.ordinal()], fault.name());
      skipped.add(
          nested == null
              ? place.problem("is given twice", "one value")
              : place.problem("is a list or an object", "a number or text"));
      return;
    }
    MeanElements set =
        record.elements(
            f -> place(record.has(f) ? locations[f.ordinal()] : start, f.name()), skipped);
    if (set != null) {
      elements.add(set);
    }
  }

  private Place place(TokenStreamLocation at, String key) {
    return new Place(file, at.getLineNr(), at.getColumnNr(), key);
  }
}
