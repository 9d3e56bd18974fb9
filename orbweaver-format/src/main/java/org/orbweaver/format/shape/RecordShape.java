package org.orbweaver.format.shape;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.ExactlyOne;
import org.orbweaver.core.scenario.Key;
import org.orbweaver.format.shape.KeyShape.Kind;

/**
 * The keys of one record and its constructor.
 *
 * @param type the record
 * @param keys its keys in the order of its components
 * @param exactlyOne keys of which exactly one is given; empty where there is no such rule
 * @param constructor the canonical one
 */
public record RecordShape(
    Class<? extends Record> type,
    List<KeyShape> keys,
    List<String> exactlyOne,
    Constructor<? extends Record> constructor) {
  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return read(type.asSubclass(Record.class));
        }
      };

  /**
   * The shape of a record all of whose components carry {@link Key}.
   *
   * @throws IllegalArgumentException where one does not, or has a type that files cannot hold: a
   *     fault of the program
   */
  public static RecordShape of(Class<? extends Record> type) {
    return SHAPES.get(type);
  }

  public List<String> names() {
    return keys.stream().map(KeyShape::name).toList();
  }

  public @Nullable KeyShape key(String name) {
    for (KeyShape key : keys) {
      if (key.name().equals(name)) {
        return key;
      }
    }
    return null;
  }

  /** Makes the record from its components' values, in order. */
  public Record make(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + type.getSimpleName(), e);
    }
  }

  private static RecordShape read(Class<? extends Record> type) {
    List<KeyShape> keys = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Key key = component.getAnnotation(Key.class);
      if (key == null) {
        throw new IllegalArgumentException(type.getSimpleName() + "." + component.getName());
      }
      keys.add(shape(component, key));
    }
    ExactlyOne rule = ((AnnotatedElement) type).getAnnotation(ExactlyOne.class);
    List<String> exactlyOne = rule == null ? List.of() : List.of(rule.value());
    return new RecordShape(type, List.copyOf(keys), exactlyOne, canonical(type));
  }

  private static Constructor<? extends Record> canonical(Class<? extends Record> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record without its constructor: " + type.getName(), e);
    }
  }

  private static KeyShape shape(RecordComponent component, Key key) {
    Class<?> raw = component.getType();
    Class<?> type = raw;
    Kind kind;
    if (raw == List.class) {
      type =
          (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      kind = type == String.class ? Kind.TEXTS : Kind.RECORDS;
    } else if (raw == String.class) {
      kind = Kind.TEXT;
    } else if (raw == double.class || raw == Double.class) {
      kind = Kind.NUMBER;
    } else if (raw == int.class || raw == Integer.class) {
      kind = Kind.INTEGER;
    } else if (raw == boolean.class || raw == Boolean.class) {
      kind = Kind.FLAG;
    } else if (raw.isEnum()) {
      kind = Kind.CHOICE;
    } else if (raw.isRecord()) {
      kind = Kind.RECORD;
    } else {
      throw new IllegalArgumentException("no file can hold a " + raw.getName());
    }
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    Pattern pattern = key.pattern().isEmpty() ? null : Pattern.compile(key.pattern());
    return new KeyShape(component.getName(), key, kind, type, nullable, pattern);
  }
}
