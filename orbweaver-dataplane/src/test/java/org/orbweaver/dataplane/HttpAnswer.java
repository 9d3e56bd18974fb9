package org.orbweaver.dataplane;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer as a strict client reads it. */
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
  static HttpAnswer read(DataInputStream in, boolean withoutBody) throws IOException {
    String status = line(in);
    Map<String, String> headers = new HashMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(": ");
      headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 2));
    }
    byte[] body = {};
    if (!withoutBody) {
      body = "chunked".equals(headers.get("transfer-encoding")) ? chunks(in) : whole(in, headers);
    }
    return new HttpAnswer(Integer.parseInt(status.split(" ")[1]), headers, body);
  }

  private static byte[] whole(DataInputStream in, Map<String, String> headers) throws IOException {
    byte[] body = new byte[Integer.parseInt(Objects.requireNonNull(headers.get("content-length")))];
    in.readFully(body);
    return body;
  }

  private static byte[] chunks(DataInputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      byte[] chunk = new byte[Integer.parseInt(line(in), 16)];
      in.readFully(chunk);
      body.writeBytes(chunk);
      if (!line(in).isEmpty()) {
        throw new IOException("a chunk without an end");
      }
      if (chunk.length == 0) {
        return body.toByteArray();
      }
    }
  }

  private static String line(DataInputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.readUnsignedByte(); b != '\n'; b = in.readUnsignedByte()) {
      line.write(b);
    }
    String text = line.toString(StandardCharsets.UTF_8);
    if (!text.endsWith("\r")) {
      throw new IOException("a line without CR LF: " + text);
    }
    return text.substring(0, text.length() - 1);
  }

  String header(String lowerCaseName) {
    return String.valueOf(headers.get(lowerCaseName));
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** A number in a body of JSON. */
  double number(String key) {
    Matcher m = Pattern.compile("\"" + key + "\": ([0-9.]+)").matcher(text());
    if (!m.find()) {
      throw new IllegalStateException("no " + key + " in " + text());
    }
    return Double.parseDouble(m.group(1));
  }
}
