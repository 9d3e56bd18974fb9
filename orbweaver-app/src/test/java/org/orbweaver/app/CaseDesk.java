package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.orbweaver.app.Run.Outcome;
import org.orbweaver.governance.signing.KeyFile;

/** A governed ledger of a few invented people in a folder, and commands that act upon it. */
public final class CaseDesk {
  static final String[] PEOPLE = {
    "intake|operator||intake-officer",
    "analyst|operator||impact-analyst",
    "ops-1|operator|operations|approver",
    "legal-1|counsel|legal|approver",
    "relief-1|council|humanitarian|approver",
    "admin|operator||role-administrator",
    "overseer|public||overseer",
    "duty-1|operator||break-glass",
    "duty-2|operator||break-glass",
    "executor|operator||executor",
    "desk|operator||intake-desk",
  };

  private final Path folder;
  private final Supplier<Instant> clock;

  /** The keys and the ledger are in the folder; commands see the clock's time. */
  public CaseDesk(Path folder, Supplier<Instant> clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Founds the ledger.
   *
   * @param settings of the genesis, a JSON object; empty for the defaults
   */
  public void found(String settings) throws IOException {
    done("key", "new", "ledger.example/2026", "--out", file("log.key"));
    List<String> people = new ArrayList<>();
    List<String> sign = new ArrayList<>(List.of("case", "genesis", file("draft.json")));
    for (String person : PEOPLE) {
      String[] parts = person.split("\\|");
      String key = file(parts[0] + ".key");
      done("key", "new", parts[0], "--out", key);
      sign.addAll(List.of("--key", key));
      people.add(
          "{\"id\":\"%s\",\"organisation\":\"%s\",%s\"roles\":[\"%s\"],\"interests\":[],\"key\":\"%s\"}"
              .formatted(
                  parts[0],
                  parts[1],
                  parts[2].isEmpty() ? "" : "\"pool\":\"" + parts[2] + "\",",
                  parts[3],
                  verifierKey(parts[0] + ".key")));
    }
    Files.writeString(
        folder.resolve("draft.json"),
        "{\"origin\":\"ledger.example/2026\",\"by\":\"admin\",\"log\":\"%s\",%s\"people\":[%s]}"
            .formatted(
                verifierKey("log.key"),
                settings.isEmpty() ? "" : "\"settings\":" + settings + ",",
                String.join(",", people)));
    Files.writeString(folder.resolve("genesis"), done(sign.toArray(String[]::new)).out());
    done("ledger", "init", file("ledger"), "--key", file("log.key"), "--genesis", file("genesis"));
  }

  public String file(String name) {
    return folder.resolve(name).toString();
  }

  /** The verifier key of a key file. */
  public String verifierKey(String name) throws IOException {
    return KeyFile.read(folder.resolve(name)).verifier().toString();
  }

  public Outcome run(String... args) {
    return Run.within().at(clock.get().toString()).command(args);
  }

  /** The same of a command that must succeed. */
  public Outcome done(String... args) {
    Outcome outcome = run(args);
    assertThat(outcome.exitCode()).as(String.join(" ", args) + "\n" + outcome.err()).isZero();
    return outcome;
  }

  /** The words with which somebody acts, and it is appended at once. */
  public List<String> words(String who, String what, String... more) {
    List<String> args = new ArrayList<>(List.of("case", what, file("ledger")));
    args.addAll(Arrays.asList(more));
    args.addAll(List.of("--key", file(who + ".key"), "--append", file("log.key")));
    args.addAll(List.of("--clerk", file("desk.key"), "--format", "csv"));
    return args;
  }

  public Outcome act(String who, String what, String... more) {
    return run(words(who, what, more).toArray(String[]::new));
  }

  /** The same of an act that must be accepted: the row that it prints. */
  public String acted(String who, String what, String... more) {
    Outcome outcome = act(who, what, more);
    assertThat(outcome.exitCode()).as(what + "\n" + outcome.err()).isZero();
    return outcome.out().lines().skip(1).findFirst().orElse("");
  }
}
