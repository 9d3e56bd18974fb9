package org.orbweaver.dataplane.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Links, addresses and routes of the network namespace in which it is opened. One request at a
 * time, each acknowledged by the kernel. Sources: RFC 3549; Linux, rtnetlink(7).
 */
public final class Netlink implements AutoCloseable {
  private static final int AF_NETLINK = 16;
  private static final int SOCK_RAW_CLOEXEC = 3 | 0x8_0000;
  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;

  private static final short NLMSG_ERROR = 2;
  private static final short RTM_NEWLINK = 16;
  private static final short RTM_NEWADDR = 20;
  private static final short RTM_NEWROUTE = 24;
  private static final short RTM_NEWQDISC = 36;
  private static final short REQUEST_ACK = 1 | 4;
  private static final short CREATE_REPLACE = 0x400 | 0x100;

  private static final short IFLA_MTU = 4;
  private static final short IFLA_TXQLEN = 13;
  private static final int IFF_UP = 1;
  private static final short IFA_ADDRESS = 1;
  private static final short IFA_LOCAL = 2;
  private static final short IFA_FLAGS = 8;
  private static final int IFA_F_NODAD = 2;
  private static final short TCA_KIND = 1;
  private static final int TC_H_ROOT = -1;
  private static final short RTA_DST = 1;
  private static final short RTA_OIF = 4;
  private static final short RTA_METRICS = 8;
  private static final short RTAX_WINDOW = 3;
  private static final byte RT_TABLE_MAIN = (byte) 254;
  private static final byte RTPROT_STATIC = 4;
  private static final byte RTN_UNICAST = 1;

  private static final int HEADER_BYTES = 16;
  private static final int ROOM = 4096;

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment memory = arena.allocate(ROOM, Long.BYTES);
  private final ByteBuffer message = memory.asByteBuffer().order(ByteOrder.nativeOrder());
  private final int fd;
  private int sequence;

  private Netlink(int fd) {
    this.fd = fd;
  }

  /** Opens it for the calling thread's network namespace; used by that thread alone. */
  public static Netlink open() throws ErrnoException {
    return new Netlink(Libc.socket(AF_NETLINK, SOCK_RAW_CLOEXEC, 0));
  }

  /**
   * Sets a link up.
   *
   * @param mtu bytes; 0 leaves it
   * @param queue packets that may wait before they are read; 0 leaves it
   */
  public void up(int index, int mtu, int queue) throws ErrnoException {
    begin(RTM_NEWLINK, (short) 0);
    message.put((byte) 0).put((byte) 0).putShort((short) 0);
    message.putInt(index).putInt(IFF_UP).putInt(IFF_UP);
    if (mtu > 0) {
      attribute(IFLA_MTU, mtu);
    }
    if (queue > 0) {
      attribute(IFLA_TXQLEN, queue);
    }
    exchange("set a link up");
  }

  /** Hands packets to a link's device at once, without a queue of the kernel's before it. */
  public void withoutQueue(int index) throws ErrnoException {
    begin(RTM_NEWQDISC, CREATE_REPLACE);
    message.putInt(0).putInt(index).putInt(0).putInt(TC_H_ROOT).putInt(0);
    attribute(TCA_KIND, "noqueue\0".getBytes(StandardCharsets.US_ASCII));
    exchange("take a link's queue away");
  }

  /** Gives a link an address, at once usable. */
  public void address(int index, InetAddress address, int prefix) throws ErrnoException {
    begin(RTM_NEWADDR, CREATE_REPLACE);
    message.put(family(address)).put((byte) prefix).put((byte) 0).put((byte) 0).putInt(index);
    attribute(IFA_LOCAL, address.getAddress());
    attribute(IFA_ADDRESS, address.getAddress());
    attribute(IFA_FLAGS, IFA_F_NODAD);
    exchange("give a link the address " + address.getHostAddress());
  }

  /**
   * Routes a prefix to a link.
   *
   * @param prefix length; 0 for the default route of the address's family
   * @param windowBytes that TCP lets others send at once over it; 0 for the system's choice
   */
  public void route(int index, InetAddress destination, int prefix, int windowBytes)
      throws ErrnoException {
    begin(RTM_NEWROUTE, CREATE_REPLACE);
    message.put(family(destination)).put((byte) prefix).put((byte) 0).put((byte) 0);
    message.put(RT_TABLE_MAIN).put(RTPROT_STATIC).put((byte) 0).put(RTN_UNICAST).putInt(0);
    if (prefix > 0) {
      attribute(RTA_DST, destination.getAddress());
    }
    attribute(RTA_OIF, index);
    if (windowBytes > 0) {
      attribute(RTA_METRICS, nested(RTAX_WINDOW, windowBytes));
    }
    exchange("route " + destination.getHostAddress() + "/" + prefix);
  }

  private static byte family(InetAddress address) {
    return (byte) (address instanceof Inet4Address ? AF_INET : AF_INET6);
  }

  private void begin(short type, short flags) {
    message.clear();
    message.putInt(0).putShort(type).putShort((short) (REQUEST_ACK | flags));
    message.putInt(++sequence).putInt(0);
  }

  private void attribute(short type, int value) {
    message.putShort((short) 8).putShort(type).putInt(value);
  }

  private static byte[] nested(short type, int value) {
    ByteBuffer nested = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
    return nested.putShort((short) 8).putShort(type).putInt(value).array();
  }

  private void attribute(short type, byte[] value) {
    message.putShort((short) (4 + value.length)).putShort(type).put(value);
  }

  private void exchange(String what) throws ErrnoException {
    message.putInt(0, message.position());
    Libc.send(fd, memory, message.position());
    while (true) {
      long length = Libc.receive(fd, memory);
      message.clear();
      if (length >= HEADER_BYTES + Integer.BYTES
          && message.getShort(4) == NLMSG_ERROR
          && message.getInt(8) == sequence) {
        int error = -message.getInt(HEADER_BYTES);
        if (error != 0) {
          throw new ErrnoException(what, error);
        }
        return;
      }
    }
  }

  @Override
  public void close() {
    Libc.close(fd);
    arena.close();
  }
}
