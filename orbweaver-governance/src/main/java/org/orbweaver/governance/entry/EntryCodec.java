package org.orbweaver.governance.entry;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.orbweaver.governance.json.Json;
import org.orbweaver.governance.json.JsonException;
import org.orbweaver.governance.json.JsonReader;
import org.orbweaver.governance.signing.MalformedException;

/** Entries as JSON and back. What is not known is refused: kinds, members, words, spellings. */
public final class EntryCodec {
  private static final Map<String, Class<? extends Entry>> KINDS = kinds(Entry.class);

  private EntryCodec() {}

  /** All kinds of a sealed family, by name. */
  @SuppressWarnings("unchecked")
  static <T> Map<String, Class<? extends T>> kinds(Class<T> family) {
    Map<String, Class<? extends T>> kinds = new LinkedHashMap<>();
    for (Class<?> member : family.getPermittedSubclasses()) {
      if (member.isInterface()) {
        kinds.putAll((Map<String, Class<? extends T>>) (Map<String, ?>) kinds(member));
      } else {
        kinds.put(kindOf(member), (Class<? extends T>) member);
      }
    }
    return kinds;
  }

  /** The kind of a record. */
  static String kindOf(Class<?> record) {
    Kind kind = record.getAnnotation(Kind.class);
    if (kind == null) {
      throw new IllegalStateException(record + " has no @Kind");
    }
    return kind.value();
  }

  /** All kinds of entries. */
  public static Iterable<String> kinds() {
    return KINDS.keySet();
  }

  /** The payload: members in the order of the record, nothing where a value is null. */
  public static byte[] encode(Entry entry) {
    StringBuilder out = new StringBuilder(512);
    out.append("{\"format\":").append(Json.quote(Entry.FORMAT));
    out.append(",\"kind\":").append(Json.quote(entry.kind()));
    RecordJson.of(entry.getClass()).writeMembers(entry, out);
    return out.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The entry of a payload.
   *
   * @throws MalformedException where it is none; the message says what is wrong
   */
  public static Entry decode(byte[] payload) {
    Json json;
    try {
      json = JsonReader.read(payload);
    } catch (JsonException e) {
      throw new MalformedException("not JSON: " + e.message());
    }
    if (!(json instanceof Json.Obj object)) {
      throw new MalformedException("an entry is a JSON object");
    }
    Map<String, Json> members = new LinkedHashMap<>(object.members());
    if (!(members.remove("format") instanceof Json.Str(String format))
        || !format.equals(Entry.FORMAT)) {
      throw new MalformedException("the member \"format\" must be \"" + Entry.FORMAT + "\"");
    }
    if (!(members.remove("kind") instanceof Json.Str(String kind)) || !KINDS.containsKey(kind)) {
      throw new MalformedException("the member \"kind\" names no known kind of entry");
    }
    return RecordJson.of(KINDS.get(kind)).read(members, kind);
  }

  /**
   * A part of an entry from JSON: a person, settings, a measure.
   *
   * @throws MalformedException where it is none; the message says what is wrong
   */
  public static <T extends Record> T part(Class<T> type, byte[] json) {
    try {
      if (JsonReader.read(json) instanceof Json.Obj(Map<String, Json> members)) {
        return RecordJson.of(type).read(members, "");
      }
    } catch (JsonException e) {
      throw new MalformedException("not JSON: " + e.message());
    }
    throw new MalformedException("not a JSON object");
  }

  /** A part as JSON. */
  public static byte[] part(Record part) {
    return RecordJson.text(part).getBytes(StandardCharsets.UTF_8);
  }
}
