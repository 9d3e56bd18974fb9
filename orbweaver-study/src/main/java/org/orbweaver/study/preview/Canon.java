package org.orbweaver.study.preview;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One text for a value made of records, so that equal inputs have equal hashes: a set's own order
 * changes from one run of Java to the next.
 */
final class Canon {
  private Canon() {}

  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Record made -> ofRecord(made);
      case List<?> list -> list.stream().map(Canon::of).collect(Collectors.joining(",", "[", "]"));
      case Set<?> set -> sorted(set);
      case Map<?, ?> map -> {
        Map<String, String> members = new TreeMap<>();
        map.forEach((key, member) -> members.put(of(key), of(member)));
        yield members.toString();
      }
      case Enum<?> constant -> constant.name();
      case String text -> text.length() + ":" + text;
      default -> value.toString();
    };
  }

  private static String sorted(Collection<?> set) {
    return set.stream().map(Canon::of).sorted().collect(Collectors.joining(",", "{", "}"));
  }

  private static String ofRecord(Record made) {
    StringBuilder text = new StringBuilder(made.getClass().getSimpleName()).append('(');
    for (RecordComponent component : made.getClass().getRecordComponents()) {
      try {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        text.append(component.getName()).append('=').append(of(accessor.invoke(made))).append(';');
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a record does not show " + component.getName(), e);
      }
    }
    return text.append(')').toString();
  }
}
