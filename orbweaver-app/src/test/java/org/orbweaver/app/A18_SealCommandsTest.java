package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;

/** What is secret for a time, by commands alone. */
class A18_SealCommandsTest {
  @TempDir private Path folder = Path.of("");
  private Instant now = Instant.parse("2026-05-21T12:00:00Z");

  private Outcome read(CaseDesk desk, String... args) throws IOException {
    List<String> all = new ArrayList<>(List.of("case"));
    all.addAll(Arrays.asList(args));
    all.addAll(List.of("--log-key", desk.verifierKey("log.key"), "--format", "csv"));
    return desk.run(all.toArray(String[]::new));
  }

  @Test
  void whatIsSecretIsCountedAndShownAsWhatItWas() throws IOException {
    CaseDesk desk = new CaseDesk(folder, () -> now);
    desk.found("");
    Files.writeString(folder.resolve("letter"), "from the ministry\n");
    Files.write(folder.resolve("long"), new byte[6_000]);
    String[] seal = {
      "--kind",
      "legal-request",
      "--content",
      desk.file("letter"),
      "--reveal",
      "2026-06-01",
      "--salt-file",
      desk.file("salt")
    };
    assertThat(desk.act("admin", "seal", seal).exitCode()).isEqualTo(ExitCode.NO);
    assertThat(folder.resolve("salt")).as("of use to nobody").doesNotExist();
    String commitment = desk.acted("intake", "seal", seal).replaceAll(".*,", "");
    assertThat(desk.act("intake", "seal", seal).err()).contains("there is a file");
    seal[3] = desk.file("long");
    seal[7] = desk.file("long.salt");
    String other = desk.acted("intake", "seal", seal).replaceAll(".*,", "");
    Outcome sealed = read(desk, "sealed", desk.file("ledger"));
    assertThat(sealed.exitCode()).isZero();
    assertThat(sealed.out())
        .contains(commitment + ",legal-request,,intake,2,2026-06-01,,false,false")
        .contains(other + ",legal-request,,intake,3,2026-06-01,,false,false")
        .doesNotContain("ministry");

    now = Instant.parse("2026-06-01T08:00:00Z");
    assertThat(read(desk, "sealed", desk.file("ledger")).exitCode())
        .as("due")
        .isEqualTo(ExitCode.NO);
    String[] unseal = {
      commitment, "--content", desk.file("long"), "--salt-file", desk.file("salt")
    };
    assertThat(desk.act("intake", "unseal", unseal).err())
        .contains("this content with this salt is not what was sealed");
    unseal[2] = desk.file("letter");
    desk.acted("intake", "unseal", unseal);
    desk.acted(
        "overseer",
        "unseal",
        other,
        "--content",
        desk.file("long"),
        "--salt-file",
        desk.file("long.salt"));
    assertThat(read(desk, "sealed", desk.file("ledger"), "--due").out().lines()).hasSize(1);
    Files.writeString(folder.resolve("salt"), "no salt\n");
    assertThat(desk.act("intake", "unseal", unseal).exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(
            desk.run(
                    "ledger",
                    "verify",
                    desk.file("ledger"),
                    "--log-key",
                    desk.verifierKey("log.key"))
                .exitCode())
        .isZero();
  }
}
