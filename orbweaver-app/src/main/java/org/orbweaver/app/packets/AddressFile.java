package org.orbweaver.app.packets;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Reasons;
import org.orbweaver.dataplane.packet.Address;
import org.orbweaver.dataplane.packet.AddressPlan;
import org.orbweaver.dataplane.packet.AddressPlan.Kind;

/**
 * Addresses that nodes were given, kept in the network's state, so that two names that would share
 * one keep theirs from one start to the next. A line each: kind, IPv4, IPv6, name, with tabs
 * between. Lines that are not whole, as a kill leaves them, are passed over.
 */
final class AddressFile {
  private final AddressPlan plan;
  private final Path file;
  private final Consumer<String> notices;
  private final Set<String> written = new HashSet<>();

  /** Reads what is there. */
  AddressFile(Path file, String network, Consumer<String> notices) {
    this.file = file;
    this.notices = notices;
    plan = new AddressPlan(network);
    try {
      if (Files.exists(file)) {
        for (String line : Files.readString(file).split("(?<=\n)")) {
          read(line);
        }
      }
    } catch (IOException e) {
      notices.accept("addresses of earlier runs are not known: " + file + ": " + Reasons.of(e));
    }
  }

  private void read(String line) {
    String[] words = line.strip().split("\t", -1);
    if (!line.endsWith("\n") || words.length != 4) {
      return;
    }
    try {
      Kind kind = Kind.valueOf(words[0]);
      Address address = parse(words[1], words[2]);
      if (address != null && plan.keep(kind, words[3], address)) {
        written.add(kind + words[3]);
      }
    } catch (IllegalArgumentException e) {
      // Not one of ours.
    }
  }

  private static @Nullable Address parse(String v4, String v6) {
    byte[] four = InetAddress.ofLiteral(v4).getAddress();
    ByteBuffer six = ByteBuffer.wrap(InetAddress.ofLiteral(v6).getAddress());
    return four.length == Integer.BYTES && six.capacity() == 2 * Long.BYTES
        ? new Address(ByteBuffer.wrap(four).getInt(), six.getLong(0), six.getLong(Long.BYTES))
        : null;
  }

  /** A node's addresses. */
  synchronized Address of(Kind kind, String name) {
    Address address = plan.of(kind, name);
    if (written.add(kind + name)) {
      String line =
          String.join("\t", kind.name(), address.inet4().getHostAddress(), address.text6(), name)
              + "\n";
      try {
        Files.writeString(
            file,
            line,
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        notices.accept("addresses are not kept: " + file + ": " + Reasons.of(e));
      }
    }
    return address;
  }
}
