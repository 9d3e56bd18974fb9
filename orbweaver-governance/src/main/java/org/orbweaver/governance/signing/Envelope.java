package org.orbweaver.governance.signing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.json.Json;
import org.orbweaver.governance.json.JsonException;
import org.orbweaver.governance.json.JsonReader;

/**
 * A DSSE envelope (github.com/secure-systems-lab/dsse, version 1.0.0): a payload, what kind it is,
 * and signatures over both. The bytes stay as they were read; nothing is serialised again. An
 * envelope holds nothing that is not signed but hints at keys, so further members are refused.
 */
public final class Envelope {
  /** A signature and, as a hint only, the id of the key. */
  public record Signed(@Nullable String keyId, byte[] signature) {
    public Signed {
      signature = signature.clone();
    }

    @Override
    public byte[] signature() {
      return signature.clone();
    }
  }

  private static final Set<String> MEMBERS = Set.of("payload", "payloadType", "signatures");
  private static final Set<String> SIGNATURE_MEMBERS = Set.of("keyid", "sig");
  private static final int MOST_SIGNATURES = 32;

  private final byte[] bytes;
  private final String payloadType;
  private final byte[] payload;
  private final List<Signed> signatures;

  private Envelope(byte[] bytes, String payloadType, byte[] payload, List<Signed> signatures) {
    this.bytes = bytes;
    this.payloadType = payloadType;
    this.payload = payload;
    this.signatures = List.copyOf(signatures);
  }

  /** Signs a payload; the key's id is the hint. */
  public static Envelope sign(String payloadType, byte[] payload, SignerKey key) {
    return of(
        payloadType,
        payload,
        List.of(new Signed(key.verifier().idHex(), key.sign(encode(payloadType, payload)))));
  }

  private static Envelope of(String payloadType, byte[] payload, List<Signed> signatures) {
    StringBuilder text = new StringBuilder("{\"payload\":");
    text.append(Json.quote(StrictBase64.encode(payload)));
    text.append(",\"payloadType\":").append(Json.quote(payloadType)).append(",\"signatures\":[");
    for (Signed signed : signatures) {
      text.append(text.charAt(text.length() - 1) == '[' ? "{" : ",{");
      if (signed.keyId() != null) {
        text.append("\"keyid\":").append(Json.quote(signed.keyId())).append(',');
      }
      text.append("\"sig\":").append(Json.quote(StrictBase64.encode(signed.signature())));
      text.append('}');
    }
    return parse(text.append("]}").toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads an envelope; verifies nothing.
   *
   * @throws MalformedException where it is none
   */
  public static Envelope parse(byte[] bytes) {
    Json json;
    try {
      json = JsonReader.read(bytes);
    } catch (JsonException e) {
      throw new MalformedException("not JSON: " + e.message());
    }
    Map<String, Json> members = members(json, MEMBERS, "an envelope");
    if (!(members.get("signatures") instanceof Json.Arr list) || list.values().isEmpty()) {
      throw new MalformedException("an envelope has a list of signatures");
    }
    if (list.values().size() > MOST_SIGNATURES) {
      throw new MalformedException("more than " + MOST_SIGNATURES + " signatures");
    }
    List<Signed> signatures = new ArrayList<>();
    for (Json value : list.values()) {
      Map<String, Json> signature = members(value, SIGNATURE_MEMBERS, "a signature");
      String keyId = signature.containsKey("keyid") ? text(signature, "keyid") : null;
      signatures.add(new Signed(keyId, anyBase64(text(signature, "sig"))));
    }
    return new Envelope(
        bytes.clone(),
        text(members, "payloadType"),
        anyBase64(text(members, "payload")),
        signatures);
  }

  private static Map<String, Json> members(Json json, Set<String> allowed, String what) {
    if (!(json instanceof Json.Obj object)) {
      throw new MalformedException(what + " is a JSON object");
    }
    for (String key : object.members().keySet()) {
      if (!allowed.contains(key)) {
        throw new MalformedException(what + " has no member " + Json.quote(key));
      }
    }
    return object.members();
  }

  private static String text(Map<String, Json> members, String key) {
    if (members.get(key) instanceof Json.Str text) {
      return text.value();
    }
    throw new MalformedException("the member \"" + key + "\" must be a text");
  }

  /** The protocol allows both alphabets. */
  private static byte[] anyBase64(String text) {
    return StrictBase64.decode(text.replace('-', '+').replace('_', '/'));
  }

  /** What is signed: the pre-authentication encoding of DSSE. */
  public static byte[] encode(String payloadType, byte[] payload) {
    byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + type.length + 32);
    out.writeBytes(("DSSEv1 " + type.length + " ").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(type);
    out.writeBytes((" " + payload.length + " ").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(payload);
    return out.toByteArray();
  }

  /** The same payload with one more signature. */
  public Envelope signedAlsoBy(SignerKey key) {
    List<Signed> all = new ArrayList<>(signatures);
    all.add(new Signed(key.verifier().idHex(), key.sign(encode(payloadType, payload))));
    return of(payloadType, payload, all);
  }

  /** Which of the keys signed it; empty where none did. A hint narrows which keys are tried. */
  public Set<VerifierKey> signers(Collection<VerifierKey> keys) {
    byte[] message = encode(payloadType, payload);
    Set<VerifierKey> signers = new LinkedHashSet<>();
    for (Signed signed : signatures) {
      for (VerifierKey key : keys) {
        boolean hinted = signed.keyId() == null || signed.keyId().equals(key.idHex());
        if (hinted && key.type() == KeyType.ED25519 && key.verifies(message, signed.signature)) {
          signers.add(key);
        }
      }
    }
    return signers;
  }

  /** As it was read. */
  public byte[] bytes() {
    return bytes.clone();
  }

  public String payloadType() {
    return payloadType;
  }

  /** Byte for byte as it was signed. */
  public byte[] payload() {
    return payload.clone();
  }

  public List<Signed> signatures() {
    return signatures;
  }
}
