package org.orbweaver.governance.state;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.VerifierKey;

/**
 * Records as bytes and back, by their components: numbers, texts, times, hashes, keys, words, other
 * records, one of a sealed family, lists and sets of these. For a program's own files: another
 * version of the records reads none of it.
 */
final class RecordBytes {
  /** Longer than any text or list of a state. */
  private static final int LONGEST = 1 << 28;

  private RecordBytes() {}

  /** Writes a value of a type, or that there is none. */
  static void write(DataOutputStream out, Type type, @Nullable Object value) throws IOException {
    if (isPlain(type)) {
      out.writeLong(((Number) java.util.Objects.requireNonNull(value)).longValue());
    } else if (type == boolean.class) {
      out.writeBoolean(Boolean.TRUE.equals(value));
    } else {
      out.writeBoolean(value != null);
      if (value != null) {
        writeSome(out, type, value);
      }
    }
  }

  private static boolean isPlain(Type type) {
    return type == long.class || type == int.class;
  }

  private static void writeSome(DataOutputStream out, Type type, Object value) throws IOException {
    switch (value) {
      case Long number -> out.writeLong(number);
      case Instant time -> {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
      }
      case Duration length -> {
        out.writeLong(length.getSeconds());
        out.writeInt(length.getNano());
      }
      case Enum<?> word -> text(out, word.name());
      case Collection<?> all -> {
        Type each = ((ParameterizedType) type).getActualTypeArguments()[0];
        out.writeInt(all.size());
        // A set has no order of its own, and the same state is to give the same bytes.
        Collection<?> ordered = all instanceof java.util.Set ? new TreeSet<>(all) : all;
        for (Object one : ordered) {
          write(out, each, one);
        }
      }
      case Record parts -> {
        if (((Class<?>) type).isSealed()) {
          text(out, parts.getClass().getName());
        }
        for (RecordComponent component : parts.getClass().getRecordComponents()) {
          write(out, component.getGenericType(), part(component, parts));
        }
      }
      default -> text(out, value.toString());
    }
  }

  private static @Nullable Object part(RecordComponent component, Record of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads a value of a type.
   *
   * @throws MalformedException where there is none
   */
  static @Nullable Object read(DataInputStream in, Type type) throws IOException {
    if (type == long.class) {
      return in.readLong();
    } else if (type == int.class) {
      return Math.toIntExact(in.readLong());
    } else if (type == boolean.class) {
      return in.readBoolean();
    }
    return in.readBoolean() ? readSome(in, type) : null;
  }

  private static Object readSome(DataInputStream in, Type type) throws IOException {
    if (type instanceof ParameterizedType of) {
      int size = length(in);
      List<@Nullable Object> all = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        all.add(read(in, of.getActualTypeArguments()[0]));
      }
      return of.getRawType() == List.class
          ? all
          : of.getRawType() == java.util.SortedSet.class
              ? new TreeSet<>(all)
              : new LinkedHashSet<>(all);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == Long.class) {
      return in.readLong();
    } else if (plain == Instant.class) {
      return Instant.ofEpochSecond(in.readLong(), in.readInt());
    } else if (plain == Duration.class) {
      return Duration.ofSeconds(in.readLong(), in.readInt());
    } else if (plain.isEnum()) {
      return word(plain, text(in));
    } else if (plain.isSealed()) {
      return record(in, member(plain, text(in)));
    } else if (plain.isRecord()) {
      return record(in, plain);
    }
    String text = text(in);
    if (plain == Hash.class) {
      return Hash.parse(text);
    } else if (plain == VerifierKey.class) {
      return VerifierKey.parse(text);
    } else if (plain == LocalDate.class) {
      return LocalDate.parse(text);
    }
    return text;
  }

  private static Object word(Class<?> type, String name) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new MalformedException("no " + type.getSimpleName() + " is called " + name);
  }

  private static Class<?> member(Class<?> family, String name) {
    for (Class<?> member : family.getPermittedSubclasses()) {
      if (member.getName().equals(name)) {
        return member;
      }
    }
    throw new MalformedException("no " + family.getSimpleName() + " is called " + name);
  }

  private static Object record(DataInputStream in, Class<?> type) throws IOException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] parts = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      parts[i] = read(in, components[i].getGenericType());
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(parts);
    } catch (ReflectiveOperationException e) {
      throw new MalformedException("no " + type.getSimpleName());
    }
  }

  private static String text(DataInputStream in) throws IOException {
    byte[] bytes = in.readNBytes(length(in));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int length(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new MalformedException("a length of " + length);
    }
    return length;
  }
}
