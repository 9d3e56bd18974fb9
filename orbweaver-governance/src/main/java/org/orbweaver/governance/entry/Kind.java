package org.orbweaver.governance.entry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the member {@code kind} says of an entry of this record, or {@code change} of a change. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Kind {
  /** Lower-case words with dots between them. */
  String value();
}
