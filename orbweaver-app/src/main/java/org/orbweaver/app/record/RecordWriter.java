package org.orbweaver.app.record;

import java.nio.ByteBuffer;

/** Makes entries of a file from what is noted of a terminal's packets. */
interface RecordWriter {
  /** What the file begins with. */
  ByteBuffer begin();

  /** The entry of a note; empty where this file says nothing of it. */
  ByteBuffer entry(Note note);
}
