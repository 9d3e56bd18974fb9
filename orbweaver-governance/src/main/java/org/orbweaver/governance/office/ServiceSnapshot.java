package org.orbweaver.governance.office;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Scope;
import org.orbweaver.governance.json.Json;
import org.orbweaver.governance.json.JsonException;
import org.orbweaver.governance.json.JsonReader;
import org.orbweaver.governance.json.JsonWriter;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.state.CaseFile;
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
   */
  public record Obeyed(String id, long index, Effect effect, String where) {
    /** A decision of the network. */
    public static Obeyed of(Decision decision) {
      return new Obeyed(decision.id(), decision.index(), decision.effect(), text(decision.scope()));
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

  /** What cases of a ledger say about the same instant. */
  public static ServiceSnapshot of(GovernanceState state, Instant at) {
    List<Obeyed> decisions = new ArrayList<>();
    for (CaseFile file : state.inForce(at)) {
      if (file.measure() != null && file.inForceFrom() != null) {
        decisions.add(
            Obeyed.of(
                file.measure()
                    .decision(
                        file.id(),
                        file.effectIndex(),
                        file.inForceFrom(),
                        file.measure().until(),
                        false)));
      }
    }
    return new ServiceSnapshot(at, decisions);
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
      } else if (!right.equals(one)) {
        found.add(one.id() + " is obeyed as " + one + ", and the ledger says " + right);
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
        && row.get("where") instanceof Json.Str(String where)) {
      return new Obeyed(id, Long.parseLong(index), Effect.valueOf(effect), where);
    }
    throw new MalformedException("a decision has an id, an index, an effect and a place");
  }
}
