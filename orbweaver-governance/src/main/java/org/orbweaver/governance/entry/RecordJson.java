package org.orbweaver.governance.entry;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.json.Json;
import org.orbweaver.governance.signing.MalformedException;

/**
 * A record as members of a JSON object. The {@link Header} of an entry has no object of its own:
 * its members stand beside the others.
 */
final class RecordJson<T> {
  private static final ClassValue<RecordJson<?>> ALL =
      new ClassValue<>() {
        @Override
        protected RecordJson<?> computeValue(Class<?> type) {
          return new RecordJson<>(type);
        }
      };

  /** A component: how it is got, and how its values are read and written; a header by itself. */
  private record Member(String name, Method get, boolean optional, @Nullable ValueJson<?> values) {}

  private final Member[] members;
  private final Constructor<T> constructor;

  private RecordJson(Class<T> type) {
    RecordComponent[] components = type.getRecordComponents();
    members = new Member[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      types[i] = component.getType();
      members[i] =
          new Member(
              component.getName(),
              component.getAccessor(),
              component.getAnnotatedType().isAnnotationPresent(Nullable.class),
              component.getType() == Header.class
                  ? null
                  : ValueJson.of(component.getGenericType()));
    }
    try {
      constructor = type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " is no record", e);
    }
  }

  @SuppressWarnings("unchecked")
  static <T> RecordJson<T> of(Class<T> type) {
    return (RecordJson<T>) ALL.get(type);
  }

  /** A record as an object. */
  static String text(Object value) {
    StringBuilder out = new StringBuilder();
    of(value.getClass()).write(value, out);
    return out.toString();
  }

  void write(Object value, StringBuilder out) {
    int start = out.append('{').length();
    writeMembers(value, out);
    if (out.length() > start) {
      out.deleteCharAt(start);
    }
    out.append('}');
  }

  /** Members, each after a comma. */
  void writeMembers(Object value, StringBuilder out) {
    for (Member member : members) {
      Object part = get(member.get(), value);
      ValueJson<?> values = member.values();
      if (part == null) {
        continue;
      }
      if (values == null) {
        of(Header.class).writeMembers(part, out);
      } else {
        out.append(",\"").append(member.name()).append("\":");
        values.writeAny(part, out);
      }
    }
  }

  private static @Nullable Object get(Method accessor, Object value) {
    try {
      return accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A record of all these members. */
  T read(Map<String, Json> given, String where) {
    Map<String, Json> left = new HashMap<>(given);
    T value = take(left, where);
    if (!left.isEmpty()) {
      throw new MalformedException(
          at(where) + "there is no member " + Json.quote(left.keySet().iterator().next()));
    }
    return value;
  }

  private T take(Map<String, Json> left, String where) {
    @Nullable Object[] parts = new Object[members.length];
    for (int i = 0; i < members.length; i++) {
      Member member = members[i];
      ValueJson<?> values = member.values();
      if (values == null) {
        parts[i] = of(Header.class).take(left, where);
        continue;
      }
      Json json = left.remove(member.name());
      String here = where.isEmpty() ? member.name() : where + "." + member.name();
      if (json != null) {
        parts[i] = values.read(json, here);
      } else if (!member.optional()) {
        throw new MalformedException("the member \"" + here + "\" is missing");
      }
    }
    try {
      return constructor.newInstance(parts);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof MalformedException malformed
          ? malformed
          : new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String at(String where) {
    return where.isEmpty() ? "" : where + ": ";
  }
}
