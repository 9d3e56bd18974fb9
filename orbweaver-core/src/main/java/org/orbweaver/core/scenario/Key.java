package org.orbweaver.core.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a key of a scenario file means and which values it takes. The reader, the JSON Schema and
 * the reference page are all made from it, so that they cannot differ.
 *
 * <p>A key is optional where it has a default or its component is {@code @Nullable}.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Key {
  /** What {@link #byDefault()} says where a key has no default. */
  String NO_DEFAULT = "\0";

  /** One or two sentences for the user, with the unit. */
  String value();

  /** The value that holds where the key is absent, as it would be written in YAML. */
  String byDefault() default NO_DEFAULT;

  /** Smallest allowed number. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Largest allowed number. */
  double max() default Double.POSITIVE_INFINITY;

  /** True where {@link #min()} itself is not allowed. */
  boolean aboveMin() default false;

  /** A regular expression that a string must match whole. */
  String pattern() default "";

  /** The pattern in words, for messages. */
  String form() default "";

  /** A value to show in messages and in the reference. */
  String example() default "";
}
