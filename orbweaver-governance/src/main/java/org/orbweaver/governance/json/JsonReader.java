package org.orbweaver.governance.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one value of JSON (RFC 8259) that is all of a text. */
public final class JsonReader {
  private static final int DEEPEST = 64;
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * The value.
   *
   * @throws JsonException where it is not UTF-8, not one value, has a key twice or is too deep
   */
  public static Json read(byte[] bytes) {
    try {
      return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new JsonException("not UTF-8");
    }
  }

  /**
   * The value.
   *
   * @throws JsonException where it is not one value, has a key twice or is too deep
   */
  public static Json read(String text) {
    JsonReader reader = new JsonReader(text);
    Json value = reader.value(0);
    reader.space();
    if (reader.at < text.length()) {
      throw reader.wrong("something follows the value");
    }
    return value;
  }

  private Json value(int depth) {
    if (depth > DEEPEST) {
      throw wrong("deeper than " + DEEPEST);
    }
    space();
    if (at == text.length()) {
      throw wrong("ends too early");
    }
    return switch (text.charAt(at)) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> new Json.Str(string());
      case 't' -> word("true", new Json.Bool(true));
      case 'f' -> word("false", new Json.Bool(false));
      case 'n' -> word("null", new Json.Null());
      default -> number();
    };
  }

  private Json object(int depth) {
    Map<String, Json> members = new LinkedHashMap<>();
    at++;
    if (next('}')) {
      return new Json.Obj(members);
    }
    do {
      space();
      if (at == text.length() || text.charAt(at) != '"') {
        throw wrong("a key is missing");
      }
      String key = string();
      if (!next(':')) {
        throw wrong("':' is missing");
      }
      if (members.put(key, value(depth + 1)) != null) {
        throw wrong("the key " + Json.quote(key) + " stands twice");
      }
    } while (next(','));
    if (!next('}')) {
      throw wrong("'}' is missing");
    }
    return new Json.Obj(members);
  }

  private Json array(int depth) {
    List<Json> values = new ArrayList<>();
    at++;
    if (next(']')) {
      return new Json.Arr(values);
    }
    do {
      values.add(value(depth + 1));
    } while (next(','));
    if (!next(']')) {
      throw wrong("']' is missing");
    }
    return new Json.Arr(values);
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return out.toString();
      }
      if (c < 0x20) {
        throw wrong("a control character in a string");
      }
      out.append(c == '\\' ? escaped() : c);
    }
    throw wrong("a string does not end");
  }

  private char escaped() {
    at++;
    char c = at < text.length() ? text.charAt(at) : 0;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        String hex = at + 5 <= text.length() ? text.substring(at + 1, at + 5) : "";
        if (!hex.matches("[0-9a-fA-F]{4}")) {
          throw wrong("an escape is wrong");
        }
        at += 4;
        yield (char) Integer.parseInt(hex, 16);
      }
      default -> throw wrong("an escape is wrong");
    };
  }

  private Json number() {
    Matcher matcher = NUMBER.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw wrong("no value");
    }
    at = matcher.end();
    return new Json.Num(matcher.group());
  }

  private Json word(String word, Json value) {
    if (!text.startsWith(word, at)) {
      throw wrong("no value");
    }
    at += word.length();
    return value;
  }

  private boolean next(char c) {
    space();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void space() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private JsonException wrong(String what) {
    return new JsonException(what + ", at character " + at);
  }
}
