package org.orbweaver.dataplane.bpf;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The kernel's bpf(2), as far as one program needs it. The C library has no function for it. A
 * refusal is a result less than 0: whoever asks does without then.
 */
final class Bpf {
  /** On x86; all architectures that came after 2011 share the other one. */
  private static final long NUMBER =
      System.getProperty("os.arch").matches("amd64|x86_64") ? 321 : 280;

  private static final int PROG_LOAD = 5;
  private static final int PROG_ATTACH = 8;
  private static final int SCHED_CLS = 3;
  private static final int TCX_EGRESS = 47;
  private static final int ATTRIBUTE_BYTES = 128;

  private static final MethodHandle SYSCALL =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("syscall"),
              FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG),
              Linker.Option.firstVariadicArg(1));

  private Bpf() {}

  /** Loads a program for packets that leave by a device; its descriptor. */
  static int load(byte[] code) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment instructions = arena.allocate(code.length, Long.BYTES);
      MemorySegment.copy(code, 0, instructions, JAVA_BYTE, 0, code.length);
      MemorySegment attributes = arena.allocate(ATTRIBUTE_BYTES, Long.BYTES);
      attributes.set(JAVA_INT, 0, SCHED_CLS);
      attributes.set(JAVA_INT, 4, code.length / Long.BYTES);
      attributes.set(ADDRESS, 8, instructions);
      attributes.set(ADDRESS, 16, arena.allocateFrom("Apache-2.0"));
      attributes.setString(48, "orbweaver_stamp");
      attributes.set(JAVA_INT, 68, TCX_EGRESS);
      return call(PROG_LOAD, attributes);
    }
  }

  /**
   * Has a program see each packet that leaves by a device, with which that ends.
   *
   * @param index of the device, in the calling thread's network namespace
   */
  static int attach(int program, int index) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment attributes = arena.allocate(ATTRIBUTE_BYTES, Long.BYTES);
      attributes.set(JAVA_INT, 0, index);
      attributes.set(JAVA_INT, 4, program);
      attributes.set(JAVA_INT, 8, TCX_EGRESS);
      return call(PROG_ATTACH, attributes);
    }
  }

  private static int call(int command, MemorySegment attributes) {
    try {
      return (int)
          (long) SYSCALL.invokeExact(NUMBER, (long) command, attributes, attributes.byteSize());
    } catch (Throwable e) {
      throw new AssertionError("a call of the C library throws nothing", e);
    }
  }
}
