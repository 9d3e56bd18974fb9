package org.orbweaver.dataplane.packet;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers one question of the Domain Name System: RFC 1035, RFC 3596 for IPv6. */
final class DnsMessage {
  private static final int HEADER = 12;
  private static final int TYPE_A = 1;
  private static final int TYPE_AAAA = 28;
  private static final int TYPE_ANY = 255;
  private static final int CLASS_IN = 1;
  private static final int FORMAT_ERROR = 1;
  private static final int NO_SUCH_NAME = 3;
  private static final int NOT_IMPLEMENTED = 4;
  private static final int REFUSED = 5;
  private static final int RESPONSE = 0x8000;
  private static final int AUTHORITATIVE = 0x0400;
  private static final int RECURSION_DESIRED = 0x0100;
  private static final int RECURSION_AVAILABLE = 0x0080;
  private static final int OPCODE = 0x7800;
  private static final int TO_QUESTION = 0xc000 | HEADER;
  private static final int LONGEST_NAME = 255;

  /** More would make a longer answer than every path takes in one packet. */
  private static final int MOST_ADDRESSES = 32;

  private static final int LONGEST_RECORD = 28;

  /** Short, since a name's owner may be attached at any moment. */
  private static final int TTL_S = 5;

  private DnsMessage() {}

  /**
   * The answer to a query.
   *
   * @param find from a name in lower case without its last dot to what is known of it
   * @return null where the query deserves none
   */
  static byte @Nullable [] answer(byte[] query, Function<String, NameAnswer> find) {
    ByteBuffer in = ByteBuffer.wrap(query);
    if (query.length < HEADER || (in.getShort(2) & 0x8000) != 0) {
      return null;
    }
    int flags = in.getShort(2) & (OPCODE | RECURSION_DESIRED);
    if ((flags & OPCODE) != 0) {
      return reply(query, HEADER, flags, NOT_IMPLEMENTED);
    }
    in.position(HEADER);
    String name = in.getShort(4) == 1 ? name(in) : null;
    if (name == null || in.remaining() < 4) {
      return reply(query, HEADER, flags, FORMAT_ERROR);
    }
    int type = in.getShort();
    int end = in.position() + 2;
    NameAnswer found = in.getShort() == CLASS_IN ? find.apply(name) : NameAnswer.Unknown.NOT_OURS;
    return switch (found) {
      case NameAnswer.Known(Address address) ->
          reply(
              query,
              end,
              flags | AUTHORITATIVE,
              0,
              List.of(address.inet4(), address.inet6()),
              type);
      case NameAnswer.Elsewhere(List<InetAddress> addresses) ->
          reply(
              query,
              end,
              flags | RECURSION_AVAILABLE,
              addresses.isEmpty() ? NO_SUCH_NAME : 0,
              addresses,
              type);
      case NameAnswer.Unknown.OURS -> reply(query, end, flags, NO_SUCH_NAME);
      case NameAnswer.Unknown.NOT_OURS -> reply(query, end, flags, REFUSED);
    };
  }

  /** A name without compression, which a question has no use for; null where it is none. */
  private static @Nullable String name(ByteBuffer in) {
    StringBuilder name = new StringBuilder();
    while (in.hasRemaining()) {
      int length = in.get() & 0xff;
      if (length == 0) {
        return name.toString().toLowerCase(Locale.ROOT);
      }
      if (length > 63 || length > in.remaining() || name.length() + length > LONGEST_NAME) {
        return null;
      }
      byte[] label = new byte[length];
      in.get(label);
      name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.UTF_8));
    }
    return null;
  }

  private static byte[] reply(byte[] query, int end, int flags, int code) {
    return reply(query, end, flags | AUTHORITATIVE, code, List.of(), 0);
  }

  private static byte[] reply(
      byte[] query, int end, int flags, int code, List<InetAddress> addresses, int type) {
    List<InetAddress> asked =
        addresses.stream()
            .filter(a -> type == TYPE_ANY || type == typeOf(a))
            .limit(MOST_ADDRESSES)
            .toList();
    ByteBuffer out = ByteBuffer.allocate(end + asked.size() * LONGEST_RECORD);
    out.put(query, 0, 2);
    out.putShort((short) (RESPONSE | flags | code));
    out.putShort((short) (end > HEADER ? 1 : 0));
    out.putShort((short) asked.size());
    out.putInt(0);
    out.put(query, HEADER, end - HEADER);
    asked.forEach(address -> record(out, address));
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }

  private static int typeOf(InetAddress address) {
    return address instanceof Inet4Address ? TYPE_A : TYPE_AAAA;
  }

  private static void record(ByteBuffer out, InetAddress address) {
    byte[] data = address.getAddress();
    out.putShort((short) TO_QUESTION).putShort((short) typeOf(address)).putShort((short) CLASS_IN);
    out.putInt(TTL_S).putShort((short) data.length).put(data);
  }
}
