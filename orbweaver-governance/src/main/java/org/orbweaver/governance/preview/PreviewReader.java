package org.orbweaver.governance.preview;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.json.Json;
import org.orbweaver.governance.json.JsonException;
import org.orbweaver.governance.json.JsonReader;
import org.orbweaver.governance.json.JsonWriter;
import org.orbweaver.governance.ledger.SealedContent;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.preview.ImpactPreview.Impact;
import org.orbweaver.governance.signing.MalformedException;

/**
 * A preview from its JSON. Members that it does not know are found by writing what was read again.
 */
final class PreviewReader {
  private final Map<String, Json> members;

  private PreviewReader(Json json) {
    if (!(json instanceof Json.Obj object)) {
      throw new MalformedException("a preview is made of JSON objects");
    }
    members = object.members();
  }

  static ImpactPreview read(byte[] bytes) {
    try {
      return new PreviewReader(JsonReader.read(bytes)).preview();
    } catch (JsonException | DateTimeException | ArithmeticException e) {
      throw new MalformedException("not a preview: " + e.getMessage());
    }
  }

  private ImpactPreview preview() {
    if (!ImpactPreview.FORMAT.equals(textOrNull("format"))) {
      throw new MalformedException("not a preview: its format is not " + ImpactPreview.FORMAT);
    }
    return new ImpactPreview(
        new ImpactPreview.Subject(
            textOrNull("case"), hash("decision"), textOrNull("area"), text("effect")),
        new ImpactPreview.Basis(
            text("network"),
            hash("inputs"),
            Utc.parseNs(text("time")),
            Utc.parseNs(text("from")),
            Utc.parseNs(text("until")),
            Math.toIntExact(number("slots")),
            Math.toIntExact(number("everySlots")),
            Math.toIntExact(number("threshold"))),
        list("classes", row -> new ImpactPreview.ClassImpact(row.text("class"), row.impact())),
        new PreviewReader(member("total")).impact(),
        moving(new PreviewReader(member("moving"))),
        list(
            "neighbours",
            row ->
                new ImpactPreview.Shift(
                    row.text("place"),
                    row.count("lines"),
                    row.numberOrNull("withoutKbps"),
                    row.numberOrNull("withKbps"))),
        list(
            "gateways",
            row ->
                new ImpactPreview.GatewayLoad(
                    row.text("gateway"),
                    row.numberOrNull("withoutKbps"),
                    row.numberOrNull("withKbps"))),
        list(
            "alternatives",
            row ->
                new ImpactPreview.Alternative(
                    row.text("measure"),
                    row.count("losing"),
                    row.count("essentialLosing"),
                    row.count("people"))),
        list(
            "payers",
            row ->
                new ImpactPreview.Payer(
                    row.text("payer"), row.count("lines"), row.count("essential"))),
        list(
            "notices",
            row ->
                new ImpactPreview.Notice(
                    row.text("role"), row.text("who"), row.count("count"), row.text("why"))),
        SealedContent.parse(JsonWriter.write(member("detail")).getBytes(StandardCharsets.UTF_8)));
  }

  private Impact impact() {
    return new Impact(
        count("decided"),
        count("losing"),
        count("losingAll"),
        count("gaining"),
        count("peopleLosing"),
        count("peopleGaining"),
        count("hoursLost"),
        count("hoursGained"));
  }

  private static ImpactPreview.Moving moving(PreviewReader of) {
    return new ImpactPreview.Moving(of.count("decided"), of.count("losing"));
  }

  private <T> List<T> list(String key, Function<PreviewReader, T> each) {
    if (!(member(key) instanceof Json.Arr array)) {
      throw new MalformedException("the member \"" + key + "\" must be a list");
    }
    return array.values().stream().map(value -> each.apply(new PreviewReader(value))).toList();
  }

  private Json member(String key) {
    Json value = members.get(key);
    if (value == null) {
      throw new MalformedException("the member \"" + key + "\" is missing");
    }
    return value;
  }

  private String text(String key) {
    if (member(key) instanceof Json.Str text) {
      return text.value();
    }
    throw new MalformedException("the member \"" + key + "\" must be a text");
  }

  private @Nullable String textOrNull(String key) {
    return member(key) instanceof Json.Null ? null : text(key);
  }

  private long number(String key) {
    if (member(key) instanceof Json.Num number && number.text().matches("-?[0-9]{1,18}")) {
      return Long.parseLong(number.text());
    }
    throw new MalformedException("the member \"" + key + "\" must be a whole number");
  }

  private @Nullable Long numberOrNull(String key) {
    return member(key) instanceof Json.Null ? null : (Long) number(key);
  }

  private Count count(String key) {
    return new Count(text(key));
  }

  private Hash hash(String key) {
    String hex = text(key);
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new MalformedException("the member \"" + key + "\" must be 64 hexadecimal digits");
    }
    return Hash.read(HexFormat.of().parseHex(hex), 0);
  }
}
