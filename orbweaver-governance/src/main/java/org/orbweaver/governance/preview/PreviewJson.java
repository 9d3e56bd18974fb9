package org.orbweaver.governance.preview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.json.Json;
import org.orbweaver.governance.json.JsonReader;
import org.orbweaver.governance.preview.ImpactPreview.Impact;

/** The JSON of a preview, member by member. */
final class PreviewJson {
  private final Map<String, Json> members = new LinkedHashMap<>();

  private PreviewJson() {}

  static Json of(ImpactPreview preview) {
    ImpactPreview.Subject subject = preview.subject();
    ImpactPreview.Basis basis = preview.basis();
    return new PreviewJson()
        .text("format", ImpactPreview.FORMAT)
        .text("case", subject.caseId())
        .text("decision", subject.decision().hex())
        .text("area", subject.area())
        .text("effect", subject.effect())
        .text("network", basis.network())
        .text("inputs", basis.inputs().hex())
        .text("time", Utc.format(basis.time()))
        .text("from", Utc.format(basis.fromNs()))
        .text("until", Utc.format(basis.untilNs()))
        .number("slots", (long) basis.slots())
        .number("everySlots", (long) basis.everySlots())
        .number("threshold", (long) basis.threshold())
        .list(
            "classes",
            preview.classes(),
            row -> impact(new PreviewJson().text("class", row.name()), row.impact()))
        .put("total", impact(new PreviewJson(), preview.total()))
        .put(
            "moving",
            new PreviewJson()
                .count("decided", preview.moving().decided())
                .count("losing", preview.moving().losing())
                .object())
        .list(
            "neighbours",
            preview.neighbours(),
            row ->
                new PreviewJson()
                    .text("place", row.place())
                    .count("lines", row.lines())
                    .number("withoutKbps", row.withoutKbps())
                    .number("withKbps", row.withKbps())
                    .object())
        .list(
            "gateways",
            preview.gateways(),
            row ->
                new PreviewJson()
                    .text("gateway", row.gateway())
                    .number("withoutKbps", row.withoutKbps())
                    .number("withKbps", row.withKbps())
                    .object())
        .list(
            "alternatives",
            preview.alternatives(),
            row ->
                new PreviewJson()
                    .text("measure", row.measure())
                    .count("losing", row.losing())
                    .count("essentialLosing", row.essentialLosing())
                    .count("people", row.people())
                    .object())
        .list(
            "payers",
            preview.payers(),
            row ->
                new PreviewJson()
                    .text("payer", row.payer())
                    .count("lines", row.lines())
                    .count("essential", row.essential())
                    .object())
        .list(
            "notices",
            preview.notices(),
            row ->
                new PreviewJson()
                    .text("role", row.role())
                    .text("who", row.who())
                    .count("count", row.count())
                    .text("why", row.why())
                    .object())
        .put("detail", JsonReader.read(preview.detail().bytes()))
        .object();
  }

  private static Json impact(PreviewJson into, Impact impact) {
    return into.count("decided", impact.decided())
        .count("losing", impact.losing())
        .count("losingAll", impact.losingAll())
        .count("gaining", impact.gaining())
        .count("peopleLosing", impact.peopleLosing())
        .count("peopleGaining", impact.peopleGaining())
        .count("hoursLost", impact.hoursLost())
        .count("hoursGained", impact.hoursGained())
        .object();
  }

  private PreviewJson text(String key, @Nullable String value) {
    return put(key, value == null ? new Json.Null() : new Json.Str(value));
  }

  private PreviewJson number(String key, @Nullable Long value) {
    return put(key, value == null ? new Json.Null() : new Json.Num(value.toString()));
  }

  private PreviewJson count(String key, Count count) {
    return text(key, count.text());
  }

  private <T> PreviewJson list(String key, List<T> rows, Function<T, Json> each) {
    return put(key, new Json.Arr(rows.stream().map(each).toList()));
  }

  private PreviewJson put(String key, Json value) {
    members.put(key, value);
    return this;
  }

  private Json object() {
    return new Json.Obj(members);
  }
}
