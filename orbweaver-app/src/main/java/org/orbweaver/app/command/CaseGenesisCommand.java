package org.orbweaver.app.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.entry.Genesis;
import org.orbweaver.governance.entry.Settings;
import org.orbweaver.governance.json.Json;
import org.orbweaver.governance.json.JsonException;
import org.orbweaver.governance.json.JsonReader;
import org.orbweaver.governance.json.JsonWriter;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.SignerKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code orbweaver case genesis}: who acts in a ledger and by which rules, signed by all of them.
 */
@Command(
    name = "genesis",
    description = {
      "Sign the genesis of a governed ledger; prints the envelope.",
      "The file is a draft, {\"origin\":...,\"by\":...,\"log\":...,\"people\":[...]} with"
          + " \"settings\" where they differ from the defaults, or an envelope that others have"
          + " signed before. Everybody in it signs, each on their machine."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case genesis draft.json --key admin.key > genesis.1",
      "  orbweaver case genesis genesis.1 --key approver-1.key > genesis.2",
      "  orbweaver ledger init decisions --key log.key --genesis genesis.2"
    })
final class CaseGenesisCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "FILE", description = "Draft or envelope.")
  Path file = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      required = true,
      description = "Private key of somebody in it; may be repeated.")
  Path[] keys = {};

  CaseGenesisCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<SignerKey> signers = new ArrayList<>();
    for (Path key : keys) {
      signers.add(LedgerInputs.key(key));
    }
    Envelope envelope = LedgerInputs.parsed(file, bytes -> signed(bytes, signers));
    surroundings.out().print(new String(envelope.bytes(), StandardCharsets.UTF_8));
    surroundings.out().print('\n');
    surroundings.out().flush();
    return ExitCode.DONE;
  }

  private Envelope signed(byte[] bytes, List<SignerKey> signers) {
    Json json;
    try {
      json = JsonReader.read(bytes);
    } catch (JsonException e) {
      throw new MalformedException(e.message());
    }
    if (!(json instanceof Json.Obj(Map<String, Json> members))) {
      throw new MalformedException("a draft is a JSON object");
    }
    Envelope envelope = members.containsKey("payload") ? Envelope.parse(bytes) : null;
    byte[] payload = envelope == null ? draft(members) : envelope.payload();
    if (!(EntryCodec.decode(payload) instanceof Genesis genesis)) {
      throw new MalformedException("it is no genesis");
    }
    for (SignerKey signer : signers) {
      if (genesis.people().stream().noneMatch(p -> p.key().equals(signer.verifier()))) {
        throw Failure.badInput("nobody in the genesis has the key " + signer.name(), null);
      }
      envelope =
          envelope == null
              ? Envelope.sign(Entry.TYPE, payload, signer)
              : envelope.signedAlsoBy(signer);
    }
    return java.util.Objects.requireNonNull(envelope);
  }

  /** What a draft need not say. */
  private byte[] draft(Map<String, Json> given) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("format", new Json.Str(Entry.FORMAT));
    members.put("kind", new Json.Str("genesis"));
    members.put(
        "time", new Json.Str(GovernedLedgers.seconds(surroundings.clock().instant()).toString()));
    members.put("settings", JsonReader.read(EntryCodec.part(Settings.DEFAULT)));
    members.putAll(given);
    byte[] written = GovernedLedgers.bytes(JsonWriter.write(new Json.Obj(members)));
    // Once through the codec, so that what is signed has the codec's own spelling.
    return EntryCodec.encode(EntryCodec.decode(written));
  }
}
