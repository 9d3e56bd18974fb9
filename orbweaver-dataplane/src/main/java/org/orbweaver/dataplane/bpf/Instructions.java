package org.orbweaver.dataplane.bpf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Byte code of BPF, instruction by instruction, each eight bytes in the machine's own order: RFC
 * 9669, section 3. Registers are 0 to 10: results are left in 0, arguments of calls in 1 to 5,
 * which calls destroy; 6 to 9 are kept; 10 is the frame's upper end.
 */
final class Instructions {
  private static final int MOST = 64;
  private static final int LONG_IMMEDIATE = 0x18;
  private static final int LOAD_WORD = 0x61;
  private static final int STORE_LONG = 0x7b;
  private static final int ADD_IMMEDIATE = 0x07;
  private static final int MOVE_IMMEDIATE = 0xb7;
  private static final int MOVE = 0xbf;
  private static final int JUMP_NOT_EQUAL = 0x55;
  private static final int CALL = 0x85;
  private static final int EXIT = 0x95;

  private final ByteBuffer code = ByteBuffer.allocate(MOST * 8).order(ByteOrder.nativeOrder());

  private Instructions add(int operation, int to, int from, int offset, int immediate) {
    boolean low = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    code.put((byte) operation).put((byte) (low ? from << 4 | to : to << 4 | from));
    code.putShort((short) offset).putInt(immediate);
    return this;
  }

  Instructions move(int to, int from) {
    return add(MOVE, to, from, 0, 0);
  }

  Instructions set(int to, int value) {
    return add(MOVE_IMMEDIATE, to, 0, 0, value);
  }

  Instructions setLong(int to, long value) {
    return add(LONG_IMMEDIATE, to, 0, 0, (int) value).add(0, 0, 0, 0, (int) (value >>> 32));
  }

  Instructions plus(int to, int value) {
    return add(ADD_IMMEDIATE, to, 0, 0, value);
  }

  /** Loads the 32 bits at an offset from where a register points. */
  Instructions loadWord(int to, int from, int offset) {
    return add(LOAD_WORD, to, from, offset, 0);
  }

  /** Stores a register's 64 bits at an offset from where another one points. */
  Instructions storeLong(int to, int offset, int from) {
    return add(STORE_LONG, to, from, offset, 0);
  }

  /** Leaves out some instructions where a register is not 0; a {@link #setLong} counts as two. */
  Instructions skipUnlessZero(int register, int instructions) {
    return add(JUMP_NOT_EQUAL, register, 0, instructions, 0);
  }

  /** Calls a function of the kernel by its number in bpf-helpers(7). */
  Instructions call(int function) {
    return add(CALL, 0, 0, 0, function);
  }

  Instructions exit() {
    return add(EXIT, 0, 0, 0, 0);
  }

  byte[] bytes() {
    byte[] bytes = new byte[code.position()];
    code.get(0, bytes);
    return bytes;
  }
}
