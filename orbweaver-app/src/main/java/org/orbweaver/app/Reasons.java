package org.orbweaver.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the system said of a file, for people. */
public final class Reasons {
  private Reasons() {}

  /** Without the name of the file, which the message around it has, and of the exception. */
  public static String of(Exception e) {
    return e instanceof AccessDeniedException
        ? "permission denied"
        : e instanceof FileSystemException failed && failed.getReason() != null
            ? failed.getReason()
            : String.valueOf(e.getMessage());
  }

  /** The same of a place where something was to be written. */
  public static String ofWriting(IOException e) {
    return e instanceof NoSuchFileException ? "no such place" : of(e);
  }
}
