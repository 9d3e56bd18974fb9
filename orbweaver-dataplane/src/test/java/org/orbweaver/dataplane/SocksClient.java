package org.orbweaver.dataplane;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A SOCKS5 client that says exactly what a test wants; reads give up after 20 s. */
final class SocksClient implements AutoCloseable {
  final Socket socket;
  final DataInputStream in;
  final OutputStream out;

  SocksClient(int proxyPort) throws IOException {
    socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), proxyPort);
    socket.setSoTimeout(20_000);
    socket.setTcpNoDelay(true);
    in = new DataInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  SocksClient send(int... bytes) throws IOException {
    byte[] raw = new byte[bytes.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (byte) bytes[i];
    }
    out.write(raw);
    return this;
  }

  SocksClient send(String ascii) throws IOException {
    out.write(ascii.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  byte[] receive(int count) throws IOException {
    byte[] bytes = new byte[count];
    in.readFully(bytes);
    return bytes;
  }

  /** Greets, logs in with an empty password, and returns the status: 0 where accepted. */
  int login(String terminal) throws IOException {
    byte[] name = terminal.getBytes(StandardCharsets.UTF_8);
    send(5, 1, 2);
    byte[] method = receive(2);
    if (!Arrays.equals(method, new byte[] {5, 2})) {
      throw new IOException("unexpected method " + Arrays.toString(method));
    }
    send(1, name.length);
    out.write(name);
    send(0);
    return receive(2)[1];
  }

  /** Asks for a host by name and returns the reply's code. */
  int connect(String host, int port) throws IOException {
    return request(1, 3, withLength(host), port);
  }

  int request(int command, int addressType, byte[] address, int port) throws IOException {
    return ask(command, addressType, address, port)[1];
  }

  /** The whole reply. */
  byte[] ask(int command, int addressType, byte[] address, int port) throws IOException {
    byte[] message = new byte[4 + address.length + 2];
    message[0] = 5;
    message[1] = (byte) command;
    message[3] = (byte) addressType;
    System.arraycopy(address, 0, message, 4, address.length);
    message[message.length - 2] = (byte) (port >> 8);
    message[message.length - 1] = (byte) port;
    out.write(message);
    return receive(10);
  }

  private static byte[] withLength(String host) {
    byte[] ascii = host.getBytes(StandardCharsets.US_ASCII);
    byte[] field = new byte[1 + ascii.length];
    field[0] = (byte) ascii.length;
    System.arraycopy(ascii, 0, field, 1, ascii.length);
    return field;
  }

  /** Whether the far side has closed: at its end, or by a reset. */
  boolean isEnded() {
    try {
      return in.read() < 0;
    } catch (EOFException e) {
      return true;
    } catch (IOException e) {
      return String.valueOf(e.getMessage()).contains("reset");
    }
  }

  /** Vanishes with a reset. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
