package org.orbweaver.app.command;

import java.util.Map;

/** A command that only holds others. */
interface CommandGroup {
  /** The others by name, in the order in which {@code --help} shows them. */
  Map<String, Object> members();
}
