package org.orbweaver.dataplane;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.TimeSource;
import org.orbweaver.core.time.Utc;

/**
 * A small HTTP/1.1 server's side of one connection: requests in turn, bodies with a length or in
 * chunks both ways, HEAD, keep-alive, {@code Expect: 100-continue}.
 */
final class HttpConnection {
  private static final int MAX_HEAD_BYTES = 16_384;
  private static final int MAX_LINE_BYTES = 256;
  private static final Duration HEAD_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(2);
  private static final byte[] LINE_END = {'\r', '\n'};
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final TimedEndpoint io;
  private final TimeSource time;
  private byte[] buffer = new byte[1024];
  private int position;
  private int filled;

  private @Nullable HttpRequest request;
  private long bodyLeft;
  private boolean inChunks;
  private boolean bodyOver = true;
  private boolean continuePending;
  private boolean chunkedAnswer;
  private boolean silent;
  private boolean closing;

  HttpConnection(TimedEndpoint io, TimeSource time) {
    this.io = io;
    this.time = time;
  }

  /** The next request, or null where the client has ended. */
  @Nullable HttpRequest next() throws IOException, HttpProblem {
    request = null;
    silent = false;
    String head = readHead();
    if (head == null) {
      return null;
    }
    HttpRequest read = HttpRequest.parse(head);
    request = read;
    closing = !read.keepsAlive();
    silent = read.isHead();
    continuePending = read.expectsContinue();
    bodyLeft = read.bodyLength();
    inChunks = bodyLeft == HttpRequest.CHUNKED;
    bodyLeft = Math.max(0, bodyLeft);
    bodyOver = !inChunks && bodyLeft == 0;
    return read;
  }

  private @Nullable String readHead() throws IOException, HttpProblem {
    long deadlineNs = Long.MAX_VALUE;
    int searched = 0;
    while (true) {
      skipLineEnds();
      int end = headEnd(searched);
      if (end >= 0) {
        String head = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
        position = skipEmptyLine(end);
        return head;
      }
      searched = Math.max(0, filled - 3);
      if (filled == MAX_HEAD_BYTES) {
        throw new HttpProblem(431, "A request's head is at most 16 KiB long.");
      }
      if (filled == buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.min(MAX_HEAD_BYTES, 2 * buffer.length));
      }
      if (filled > 0 && deadlineNs == Long.MAX_VALUE) {
        deadlineNs = time.nowNs() + HEAD_TIMEOUT.toNanos();
      }
      Duration left =
          filled == 0 ? IDLE_TIMEOUT : Duration.ofNanos(Math.max(1, deadlineNs - time.nowNs()));
      if (!fill(left)) {
        return null;
      }
    }
  }

  /** Where the empty line begins that ends the head, or -1. */
  private int headEnd(int from) {
    for (int i = from; i < filled; i++) {
      if (buffer[i] == '\n'
          && ((i + 1 < filled && buffer[i + 1] == '\n')
              || (i + 2 < filled && buffer[i + 1] == '\r' && buffer[i + 2] == '\n'))) {
        return i;
      }
    }
    return -1;
  }

  private int skipEmptyLine(int end) {
    return buffer[end + 1] == '\n' ? end + 2 : end + 3;
  }

  /** Some clients send an empty line behind a body (RFC 9112, section 2.2). */
  private void skipLineEnds() {
    while (position < filled && (buffer[position] == '\r' || buffer[position] == '\n')) {
      position++;
    }
    compact();
  }

  private void compact() {
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, filled - position);
      filled -= position;
      position = 0;
    }
  }

  private boolean fill(Duration timeout) throws IOException {
    io.readTimeout(timeout);
    int n = io.read(buffer, filled, buffer.length - filled);
    filled += Math.max(0, n);
    return n >= 0;
  }

  /** Reads some of the request's body; -1 at its end. */
  int readBody(byte[] into, int offset, int length) throws IOException, HttpProblem {
    if (bodyOver) {
      return -1;
    }
    if (continuePending) {
      continuePending = false;
      write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    if (inChunks && bodyLeft == 0 && !nextChunk()) {
      return -1;
    }
    int n = readRaw(into, offset, (int) Math.min(length, bodyLeft));
    bodyLeft -= n;
    if (bodyLeft == 0) {
      if (inChunks) {
        readLine();
      } else {
        bodyOver = true;
      }
    }
    return n;
  }

  private boolean nextChunk() throws IOException, HttpProblem {
    String size = readLine();
    int semicolon = size.indexOf(';');
    size = (semicolon < 0 ? size : size.substring(0, semicolon)).strip();
    if (!size.matches("[0-9a-fA-F]{1,15}")) {
      throw new HttpProblem(400, "A chunk of the body has no valid length.");
    }
    bodyLeft = Long.parseLong(size, 16);
    if (bodyLeft > 0) {
      return true;
    }
    for (int i = 0; !readLine().isEmpty(); i++) {
      if (i == 100) {
        throw new HttpProblem(431, "Too many trailers follow the body.");
      }
    }
    bodyOver = true;
    return false;
  }

  private String readLine() throws IOException, HttpProblem {
    StringBuilder line = new StringBuilder();
    byte[] one = new byte[1];
    while (readRaw(one, 0, 1) == 1 && one[0] != '\n') {
      line.append((char) (one[0] & 0xff));
      if (line.length() > MAX_LINE_BYTES) {
        throw new HttpProblem(400, "A line between chunks of the body is too long.");
      }
    }
    return line.toString().strip();
  }

  private int readRaw(byte[] into, int offset, int length) throws IOException {
    int n;
    if (position < filled) {
      n = Math.min(length, filled - position);
      System.arraycopy(buffer, position, into, offset, n);
      position += n;
    } else {
      io.readTimeout(IDLE_TIMEOUT);
      n = io.read(into, offset, length);
    }
    if (n < 0) {
      throw new IOException("the client ended within a body");
    }
    return n;
  }

  /** Whether nothing of the request's body is left unread. */
  boolean isBodyOver() {
    return bodyOver;
  }

  /** The connection ends behind this answer. */
  void closeAfterwards() {
    closing = true;
  }

  boolean isClosing() {
    return closing;
  }

  /** A whole answer. */
  void answer(int status, String type, byte[] body, String... headers) throws IOException {
    begin(status, type, body.length, headers);
    send(body, 0, body.length);
    end();
  }

  /**
   * Begins an answer.
   *
   * @param length of the body, or -1 where it is not known
   * @param headers further ones, each a whole line
   */
  void begin(int status, String type, long length, String... headers) throws IOException {
    HttpRequest asked = request;
    chunkedAnswer = length < 0 && asked != null && asked.minor() == 1;
    // A client of HTTP/1.0 knows the end of such a body by the end of the connection; and one
    // that waits for leave to send a body may send it or not, so that nothing can follow.
    closing |= (length < 0 && !chunkedAnswer) || asked == null || continuePending;
    StringBuilder head = new StringBuilder(256);
    head.append("HTTP/1.1 ").append(status).append(' ').append(HttpStatus.reason(status));
    head.append("\r\nDate: ").append(DATE.format(now()));
    head.append("\r\nServer: orbweaver\r\nCache-Control: no-store\r\nContent-Type: ").append(type);
    if (length >= 0) {
      head.append("\r\nContent-Length: ").append(length);
    } else if (chunkedAnswer) {
      head.append("\r\nTransfer-Encoding: chunked");
    }
    for (String header : headers) {
      head.append("\r\n").append(header);
    }
    head.append(closing ? "\r\nConnection: close\r\n\r\n" : "\r\n\r\n");
    write(head.toString());
  }

  /** Sends some of the answer's body. */
  void send(byte[] from, int offset, int length) throws IOException {
    if (silent || length == 0) {
      return;
    }
    if (chunkedAnswer) {
      write(Integer.toHexString(length) + "\r\n");
    }
    io.write(from, offset, length);
    if (chunkedAnswer) {
      io.write(LINE_END, 0, 2);
    }
  }

  void end() throws IOException {
    if (chunkedAnswer && !silent) {
      write("0\r\n\r\n");
    }
  }

  private void write(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    io.write(bytes, 0, bytes.length);
  }

  private Instant now() {
    return Utc.toInstant(time.nowNs());
  }

  /**
   * Says that no more comes, and lets the client's last bytes pass, lest a reset eat the answer.
   */
  void close(Duration patience) {
    long deadlineNs = time.nowNs() + patience.toNanos();
    byte[] rest = new byte[1024];
    try {
      io.endOutput();
      for (long left = patience.toNanos(); left > 0; left = deadlineNs - time.nowNs()) {
        io.readTimeout(Duration.ofNanos(left));
        if (io.read(rest, 0, rest.length) < 0) {
          break;
        }
      }
    } catch (SocketTimeoutException e) {
      // It has had its time.
    } catch (IOException e) {
      // It is gone already.
    }
    io.close();
  }
}
