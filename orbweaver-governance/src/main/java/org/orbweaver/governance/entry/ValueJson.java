package org.orbweaver.governance.entry;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.orbweaver.governance.json.Json;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.VerifierKey;

/** A value as JSON and back; each value has one spelling, and another is refused. */
interface ValueJson<T> {
  /** Texts are short: documents are attached by their hashes. */
  int LONGEST_TEXT = 8_000;

  /** No time lies before, so that adding time limits never overflows. */
  Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

  /** Nor at it or after. */
  Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  /** No duration is longer. */
  Duration LONGEST = Duration.ofDays(3_660);

  /** Reads it; {@code where} is for messages. */
  T read(Json json, String where);

  /** Writes it. */
  void write(T value, StringBuilder out);

  /** Writes what must be one of its values. */
  @SuppressWarnings("unchecked")
  default void writeAny(Object value, StringBuilder out) {
    write((T) value, out);
  }

  /** How a type is written. */
  static ValueJson<?> of(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return new ListOf<>(of(list.getActualTypeArguments()[0]));
    }
    if (type instanceof Class<?> plain) {
      if (plain == String.class) {
        return new Spelled<>("a text", text -> text, text -> text);
      } else if (plain == Instant.class) {
        return new Spelled<>(
            "a time from 2000 to 2199 such as 2026-03-01T12:00:00Z",
            ValueJson::time,
            Instant::toString);
      } else if (plain == LocalDate.class) {
        return new Spelled<>("a day such as 2026-03-01", LocalDate::parse, LocalDate::toString);
      } else if (plain == Duration.class) {
        return new Spelled<>(
            "a duration up to P3660D such as PT72H", ValueJson::duration, Duration::toString);
      } else if (plain == Hash.class) {
        return new Spelled<>("a hash, base64", Hash::parse, Hash::toString);
      } else if (plain == VerifierKey.class) {
        return new Spelled<>("a verifier key", VerifierKey::parse, VerifierKey::toString);
      } else if (plain == long.class) {
        return new Numbers<>(value -> value, 0, 1_000_000_000_000_000L);
      } else if (plain == int.class) {
        return new Numbers<>(Math::toIntExact, 0, Integer.MAX_VALUE);
      } else if (plain == boolean.class) {
        return new Truth();
      } else if (plain.isEnum()) {
        return new Words<>(plain);
      } else if (plain.isRecord()) {
        return new Nested<>(plain);
      } else if (plain.isSealed()) {
        return new OneOf<>(plain);
      }
    }
    throw new IllegalStateException("no JSON for " + type);
  }

  private static Instant time(String text) {
    Instant time = Instant.parse(text);
    return time.isBefore(FIRST) || !time.isBefore(LAST) ? Instant.MIN : time;
  }

  private static Duration duration(String text) {
    Duration duration = Duration.parse(text);
    return duration.isNegative() || duration.compareTo(LONGEST) > 0
        ? Duration.ofSeconds(Long.MIN_VALUE)
        : duration;
  }

  /** What is a text in JSON. */
  record Spelled<T>(String what, Function<String, T> reader, Function<T, String> writer)
      implements ValueJson<T> {
    @Override
    public T read(Json json, String where) {
      if (json instanceof Json.Str(String text)
          && text.length() <= LONGEST_TEXT
          && text.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c))) {
        try {
          T value = reader.apply(text);
          if (writer.apply(value).equals(text)) {
            return value;
          }
        } catch (DateTimeException | MalformedException e) {
          // Said below.
        }
      }
      throw new MalformedException("\"" + where + "\" must be " + what);
    }

    @Override
    public void write(T value, StringBuilder out) {
      out.append(Json.quote(writer.apply(value)));
    }
  }

  /** Whole numbers. */
  record Numbers<T>(LongFunction<T> reader, long min, long max) implements ValueJson<T> {
    @Override
    public T read(Json json, String where) {
      if (json instanceof Json.Num(String text) && text.matches("0|[1-9][0-9]{0,17}")) {
        long value = Long.parseLong(text);
        if (value >= min && value <= max) {
          return reader.apply(value);
        }
      }
      throw new MalformedException(
          "\"" + where + "\" must be a whole number from " + min + " to " + max);
    }

    @Override
    public void write(T value, StringBuilder out) {
      out.append(value);
    }
  }

  /** True or false. */
  record Truth() implements ValueJson<Boolean> {
    @Override
    public Boolean read(Json json, String where) {
      if (json instanceof Json.Bool(boolean value)) {
        return value;
      }
      throw new MalformedException("\"" + where + "\" must be true or false");
    }

    @Override
    public void write(Boolean value, StringBuilder out) {
      out.append(value);
    }
  }

  /** One of a few words: the constants of an enum, lower case with hyphens. */
  final class Words<T> implements ValueJson<T> {
    private final Map<String, T> byWord = new LinkedHashMap<>();

    Words(Class<T> type) {
      for (T constant : type.getEnumConstants()) {
        byWord.put(word(constant), constant);
      }
    }

    static String word(Object constant) {
      return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public T read(Json json, String where) {
      T value = json instanceof Json.Str(String text) ? byWord.get(text) : null;
      if (value == null) {
        throw new MalformedException("\"" + where + "\" must be one of " + byWord.keySet());
      }
      return value;
    }

    @Override
    public void write(T value, StringBuilder out) {
      out.append(Json.quote(word(value)));
    }
  }

  /** A list. */
  record ListOf<T>(ValueJson<T> each) implements ValueJson<List<T>> {
    @Override
    public List<T> read(Json json, String where) {
      if (!(json instanceof Json.Arr(List<Json> values))) {
        throw new MalformedException("\"" + where + "\" must be a list");
      }
      List<T> list = new ArrayList<>(values.size());
      for (Json value : values) {
        list.add(each.read(value, where + "[" + list.size() + "]"));
      }
      return list;
    }

    @Override
    public void write(List<T> list, StringBuilder out) {
      out.append('[');
      for (int i = 0; i < list.size(); i++) {
        out.append(i == 0 ? "" : ",");
        each.write(list.get(i), out);
      }
      out.append(']');
    }
  }

  /** An object. */
  record Nested<T>(Class<T> type) implements ValueJson<T> {
    @Override
    public T read(Json json, String where) {
      if (json instanceof Json.Obj(Map<String, Json> members)) {
        return RecordJson.of(type).read(members, where);
      }
      throw new MalformedException("\"" + where + "\" must be an object");
    }

    @Override
    public void write(T value, StringBuilder out) {
      RecordJson.of(type).write(value, out);
    }
  }

  /** An object of one of several records; its member {@code is} says which. */
  record OneOf<T>(Map<String, Class<? extends T>> kinds) implements ValueJson<T> {
    OneOf(Class<T> family) {
      this(EntryCodec.kinds(family));
    }

    @Override
    public T read(Json json, String where) {
      if (json instanceof Json.Obj(Map<String, Json> members)
          && members.get("is") instanceof Json.Str(String kind)
          && kinds.containsKey(kind)) {
        Map<String, Json> others = new LinkedHashMap<>(members);
        others.remove("is");
        return RecordJson.of(kinds.get(kind)).read(others, where);
      }
      throw new MalformedException("\"" + where + ".is\" must be one of " + kinds.keySet());
    }

    @Override
    public void write(T value, StringBuilder out) {
      out.append("{\"is\":").append(Json.quote(EntryCodec.kindOf(value.getClass())));
      RecordJson.of(value.getClass()).writeMembers(value, out);
      out.append('}');
    }
  }
}
