package org.orbweaver.governance.office;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Scope;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.json.Json;
import org.orbweaver.governance.json.JsonException;
import org.orbweaver.governance.json.JsonReader;
import org.orbweaver.governance.json.JsonWriter;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.state.CaseDecisions;
import org.orbweaver.governance.state.GovernanceState;

/**
 * What a running network says that it obeys at an instant, so that anybody can compare it with the
 * ledger. Hypothetical decisions, which a scenario makes up, stand there too, because a governed
 * network has none.
 *
 * @param at of the network
 * @param decisions in force there
 */
public record ServiceSnapshot(Instant at, List<Obeyed> decisions) {
  /** What stands first in its JSON. */
  public static final String FORMAT = "orbweaver-service/1";

  /**
   * A decision that is obeyed.
   *
   * @param index of its entry
   * @param where area, countries or terminals as text
   * @param classes of lines that it is about
   * @param from when it began
   * @param until when it ends by itself, grace included, or null
   * @param yieldsTo exemptions that it lets through
   * @param mark {@code witnessed}, {@code unwitnessed} or {@code hypothetical}
   */
  public record Obeyed(
      String id,
      long index,
      Effect effect,
      String where,
      List<ServiceClass> classes,
      Instant from,
      @Nullable Instant until,
      List<String> yieldsTo,
      String mark) {
    public Obeyed {
      classes = classes.stream().sorted().toList();
      yieldsTo = yieldsTo.stream().sorted().toList();
    }

    /** A decision of the network. */
    public static Obeyed of(Decision decision) {
      return new Obeyed(
          decision.id(),
          decision.index(),
          decision.effect(),
          text(decision.scope()),
          List.copyOf(decision.classes()),
          Instant.EPOCH.plusNanos(decision.fromNs()),
          decision.endNs() == Decision.OPEN ? null : Instant.EPOCH.plusNanos(decision.endNs()),
          List.copyOf(decision.yieldsTo()),
          decision.mark());
    }

    /** What it does: all but how far it is to be trusted, which each reader judges. */
    private String deed() {
      return "entry "
          + index
          + ": "
          + effect
          + ' '
          + where
          + ", "
          + classes
          + ", from "
          + from
          + (until == null ? "" : " until " + until)
          + (yieldsTo.isEmpty() ? "" : ", but " + yieldsTo);
    }
  }

  public ServiceSnapshot {
    decisions = decisions.stream().sorted(Comparator.comparing(Obeyed::id)).toList();
  }

  private static String text(Scope scope) {
    return switch (scope) {
      case Scope.Everywhere all -> "everywhere";
      case Scope.InCountries in ->
          "countries " + String.join(" ", in.countries().stream().sorted().toList());
      case Scope.InArea in -> "area " + in.area();
      case Scope.OfTerminals some ->
          "terminals " + String.join(" ", some.terminals().stream().sorted().toList());
    };
  }

  /** Of decisions that are in force at an instant: UTC, nanoseconds since the Unix epoch. */
  public static ServiceSnapshot of(List<Decision> decisions, long atNs) {
    return new ServiceSnapshot(
        Instant.EPOCH.plusNanos(atNs),
        decisions.stream().filter(decision -> decision.isInForce(atNs)).map(Obeyed::of).toList());
  }

  /** What a ledger says about the same instant. */
  public static ServiceSnapshot of(GovernanceState state, Instant at) {
    long atNs = Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L) + at.getNano();
    return of(CaseDecisions.all(state, file -> true, false), atNs);
  }

  /** What is otherwise here than in the ledger: one sentence for each, none where all agrees. */
  public List<String> differences(ServiceSnapshot ledger) {
    Map<String, Obeyed> decided = new LinkedHashMap<>();
    ledger.decisions.forEach(one -> decided.put(one.id(), one));
    List<String> found = new ArrayList<>();
    for (Obeyed one : decisions) {
      Obeyed right = decided.remove(one.id());
      if (right == null) {
        found.add(one.id() + " is obeyed, and the ledger has no such decision in force");
      } else if (!right.deed().equals(one.deed())) {
        found.add(one.id() + " is obeyed as " + one.deed() + "; the ledger says " + right.deed());
      }
    }
    decided.keySet().forEach(id -> found.add(id + " is in force, and is not obeyed"));
    return found;
  }

  /** The file: one line of JSON. */
  public byte[] bytes() {
    List<Json> rows = new ArrayList<>();
    for (Obeyed one : decisions) {
      Map<String, Json> row = new LinkedHashMap<>();
      row.put("id", new Json.Str(one.id()));
      row.put("index", new Json.Num(Long.toString(one.index())));
      row.put("effect", new Json.Str(one.effect().name()));
      row.put("where", new Json.Str(one.where()));
      row.put("classes", texts(one.classes().stream().map(Enum::name).toList()));
      row.put("from", new Json.Str(one.from().toString()));
      if (one.until() != null) {
        row.put("until", new Json.Str(one.until().toString()));
      }
      if (!one.yieldsTo().isEmpty()) {
        row.put("yieldsTo", texts(one.yieldsTo()));
      }
      row.put("mark", new Json.Str(one.mark()));
      rows.add(new Json.Obj(row));
    }
    Map<String, Json> all = new LinkedHashMap<>();
    all.put("format", new Json.Str(FORMAT));
    all.put("at", new Json.Str(at.toString()));
    all.put("decisions", new Json.Arr(rows));
    return (JsonWriter.write(new Json.Obj(all)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads the file.
   *
   * @throws MalformedException where it is none
   */
  public static ServiceSnapshot parse(byte[] bytes) {
    try {
      if (JsonReader.read(bytes) instanceof Json.Obj(Map<String, Json> all)
          && all.get("format") instanceof Json.Str(String format)
          && format.equals(FORMAT)
          && all.get("at") instanceof Json.Str(String at)
          && all.get("decisions") instanceof Json.Arr(List<Json> rows)) {
        return new ServiceSnapshot(
            Instant.parse(at), rows.stream().map(ServiceSnapshot::obeyed).toList());
      }
    } catch (JsonException | java.time.DateTimeException | IllegalArgumentException e) {
      throw new MalformedException("not a snapshot of a service: " + e.getMessage());
    }
    throw new MalformedException("not a snapshot of a service");
  }

  private static Obeyed obeyed(Json json) {
    if (json instanceof Json.Obj(Map<String, Json> row)
        && row.get("id") instanceof Json.Str(String id)
        && row.get("index") instanceof Json.Num(String index)
        && row.get("effect") instanceof Json.Str(String effect)
        && row.get("where") instanceof Json.Str(String where)
        && row.get("classes") instanceof Json.Arr(List<Json> classes)
        && row.get("from") instanceof Json.Str(String from)
        && row.get("mark") instanceof Json.Str(String mark)) {
      return new Obeyed(
          id,
          Long.parseLong(index),
          Effect.valueOf(effect),
          where,
          classes.stream().map(each -> ServiceClass.valueOf(text(each))).toList(),
          Instant.parse(from),
          row.get("until") == null ? null : Instant.parse(text(row.get("until"))),
          row.get("yieldsTo") instanceof Json.Arr(List<Json> exempt)
              ? exempt.stream().map(ServiceSnapshot::text).toList()
              : List.of(),
          mark);
    }
    throw new MalformedException(
        "a decision has an id, an index, an effect, a place, classes, a start and a mark");
  }

  private static Json texts(List<String> texts) {
    return new Json.Arr(texts.stream().map(text -> (Json) new Json.Str(text)).toList());
  }

  private static String text(@Nullable Json json) {
    if (json instanceof Json.Str(String text)) {
      return text;
    }
    throw new MalformedException("not a snapshot of a service: a text is missing");
  }
}
