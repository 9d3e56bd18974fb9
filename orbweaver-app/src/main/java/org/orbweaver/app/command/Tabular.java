package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.output.Sheet;

/** A command whose result is rows; its help and the reference list their columns. */
public interface Tabular {
  /** The shapes that its result can have. */
  List<Sheet> sheets();
}
