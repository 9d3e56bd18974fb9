package org.orbweaver.governance.ledger;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.ledger.TrustPolicy.Group;
import org.orbweaver.governance.ledger.TrustPolicy.Party;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.VerifierKey;

/** Reads the file of a {@link TrustPolicy} (c2sp.org/tlog-policy). */
public final class PolicyReader {
  private static final String NONE = "none";

  private final List<Party> logs = new ArrayList<>();
  private final List<Party> witnesses = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> members = new HashSet<>();
  private final Set<String> keys = new HashSet<>();
  private @Nullable String quorum;

  private PolicyReader() {}

  /**
   * The policy.
   *
   * @throws MalformedException where a line is wrong, which the message names
   */
  public static TrustPolicy read(String text) {
    PolicyReader reader = new PolicyReader();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      try {
        reader.line(line.split("[ \t]+"));
      } catch (MalformedException e) {
        throw new MalformedException("line " + (i + 1) + ": " + e.message());
      }
    }
    String quorum = reader.quorum;
    if (quorum == null) {
      throw new MalformedException("a policy says its quorum: quorum NAME, or quorum none");
    }
    return new TrustPolicy(
        reader.logs,
        reader.witnesses,
        reader.groups,
        quorum.equals(NONE) ? Optional.empty() : Optional.of(quorum));
  }

  private void line(String[] words) {
    switch (words[0]) {
      case "log" -> log(words);
      case "witness" -> witness(words);
      case "group" -> group(words);
      case "quorum" -> quorum(words);
      default ->
          throw new MalformedException("'" + words[0] + "' is none of log, witness, group, quorum");
    }
  }

  private void log(String[] words) {
    check(words.length == 2 || words.length == 3, "log KEY [URL]");
    VerifierKey key = key(words[1], KeyType.ED25519);
    logs.add(new Party(key.name(), key, words.length == 3 ? url(words[2]) : null));
  }

  private void witness(String[] words) {
    check(words.length == 3 || words.length == 4, "witness NAME KEY [URL]");
    define(words[1]);
    VerifierKey key = key(words[2], KeyType.COSIGNATURE);
    witnesses.add(new Party(words[1], key, words.length == 4 ? url(words[3]) : null));
  }

  private void group(String[] words) {
    check(words.length >= 4, "group NAME all|any|NUMBER MEMBER...");
    List<String> list = Arrays.asList(words).subList(3, words.length);
    for (String member : list) {
      check(names.contains(member), "'" + member + "' is not defined before");
      check(members.add(member), "'" + member + "' is already a member");
    }
    long threshold =
        switch (words[2]) {
          case "any" -> 1;
          case "all" -> list.size();
          default -> Decimal.parse(words[2]);
        };
    check(threshold >= 1 && threshold <= list.size(), "the number is from 1 to " + list.size());
    define(words[1]);
    groups.add(new Group(words[1], (int) threshold, list));
  }

  private void quorum(String[] words) {
    check(words.length == 2, "quorum NAME, or quorum none");
    check(quorum == null, "the quorum stands twice");
    check(
        words[1].equals(NONE) || names.contains(words[1]),
        "'" + words[1] + "' is not defined before");
    quorum = words[1];
  }

  private void define(String name) {
    check(!name.equals(NONE) && names.add(name), "the name '" + name + "' is taken");
  }

  private VerifierKey key(String text, KeyType type) {
    VerifierKey key = VerifierKey.parse(text);
    check(
        key.type() == type,
        type == KeyType.ED25519
            ? "this is the key of a witness, not of a log"
            : "this is the key of a log, not of a witness");
    check(keys.add(type + Arrays.toString(key.raw())), "the key " + key.name() + " stands twice");
    return key;
  }

  private static URI url(String text) {
    try {
      URI url = new URI(text);
      Predicate<String> http = scheme -> scheme.equals("http") || scheme.equals("https");
      if (url.getHost() != null && Optional.ofNullable(url.getScheme()).filter(http).isPresent()) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new MalformedException("'" + text + "' is no URL such as https://witness.example/w1");
  }

  private static void check(boolean right, String what) {
    if (!right) {
      throw new MalformedException(what);
    }
  }
}
