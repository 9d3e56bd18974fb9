package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;

/** Accounts by commands alone, in a network without a ledger. */
class A23_AccountsCommandTest {
  @TempDir private Path folder = Path.of("");
  private String now = "2026-01-01T00:00:00Z";

  private Outcome run(String... args) {
    return Run.within().variable("XDG_STATE_HOME", folder.toString()).at(now).command(args);
  }

  private String done(String... args) {
    Outcome outcome = run(args);
    assertThat(outcome.exitCode()).as(String.join(" ", args) + "\n" + outcome.err()).isZero();
    return outcome.out();
  }

  private void not(int exitCode, String why, String... args) {
    Outcome outcome = run(args);
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
    assertThat(outcome.err()).contains(why).doesNotContain("\tat ", "Exception");
    assertThat(outcome.out()).isEmpty();
  }

  private void aClinicAndAShop() {
    done("account", "new", "Clinic at the lake", "--region", "KE");
    done(
        "account",
        "address",
        "ACC-0001",
        "--at",
        "-0.0917,34.768",
        "--text",
        "Lake road 1, Kisumu");
    done("line", "plan", "relief-100", "Relief", "--price", "75.00 EUR", "--down=100", "--up=10");
    done("payer", "new", "A foundation");
    done("payer", "new", "A town");
    line("hospital");
    line("consumer");
    done("terminal", "new", "clinic-1", "--kit", "K1", "--dish", "D1");
    done("terminal", "change", "clinic-1", "assigned", "--line", "SL-0001");
  }

  private void line(String serviceClass) {
    done(
        "line",
        "new",
        "ACC-0001",
        "--address=ADR-0001",
        "--plan=relief-100",
        "--payer=PAY-0001",
        "--class",
        serviceClass);
  }

  @Test
  void a01_anAccountItsAddressAndItsLinesAreListed() {
    aClinicAndAShop();
    assertThat(done("account", "list")).endsWith("ACC-0001,Clinic at the lake,KE," + now + "\n");
    assertThat(done("account", "addresses", "ACC-0001"))
        .contains("ADR-0001,ACC-0001,-0.091700,34.768000,0.0,\"Lake road 1, Kisumu\",KE");
    assertThat(done("account", "addresses")).contains("ADR-0001");
    assertThat(done("line", "plans"))
        .contains("relief-100,Relief,75.00,EUR,1,100.000,10.000,0.000");
    assertThat(done("line", "list", "--format=json"))
        .contains("\"format\":\"orbweaver.line/1\"", "\"class\":\"hospital\"");
    assertThat(done("line", "list", "--payer=PAY-0002")).hasLineCount(1);
    assertThat(done("line", "list", "--funding=funded", "--account=ACC-0001")).hasLineCount(3);
    done("payer", "contract", "PAY-0001", "SL-0001", "--price", "75 EUR");
    assertThat(done("payer", "contracts", "--line", "SL-0001"))
        .contains("CON-0001,PAY-0001,SL-0001," + now + ",,75.00,EUR");
    assertThat(done("payer", "contracts", "--payer", "PAY-0002")).hasLineCount(1);
    assertThat(done("payer", "list")).contains("PAY-0002,A town");
  }

  @Test
  void a02_aPayerLeavesAndTheLadderIsWalkedInItsTime() {
    aClinicAndAShop();
    done("payer", "contract", "PAY-0001", "SL-0001", "--price", "75 EUR");
    assertThat(done("payer", "forecast", "SL-0001"))
        .contains("funded", "at-risk," + now, "grace,2026-03-02", "limited,2026-04-01")
        .doesNotContain("paused");
    assertThat(done("payer", "forecast", "SL-0002")).contains("paused,2026-05-01T00:00:00Z,none");
    assertThat(done("payer", "leave", "PAY-0001", "--dry-run")).hasLineCount(3);
    assertThat(done("line", "list", "--funding=at-risk")).hasLineCount(1);
    done("payer", "leave", "PAY-0001");
    assertThat(done("payer", "contracts")).contains(now + ",2026-01-01T00:00:00.000000001Z");
    not(ExitCode.NO, "leaves already", "payer", "leave", "PAY-0001");
    assertThat(done("payer", "notices")).hasLineCount(3);
    assertThat(done("payer", "notices", "--send")).contains("Service goes on in full");
    assertThat(done("payer", "notices")).hasLineCount(1);
    now = "2026-03-01T23:59:59Z";
    assertThat(done("payer", "due")).hasLineCount(1);
    now = "2026-03-02T00:00:00Z";
    assertThat(done("payer", "due")).hasLineCount(3);
    assertThat(done("payer", "due", "--step")).contains("at-risk,grace");
    now = "2026-06-01T00:00:00Z";
    assertThat(done("payer", "due")).as("nobody was told").hasLineCount(1);
    done("payer", "notices", "--send");
    now = "2026-06-08T00:00:00Z";
    assertThat(done("payer", "due", "--step")).contains("SL-0001,hospital,grace,limited");
    done("payer", "notices", "--send");
    now = "2026-07-08T00:00:00Z";
    assertThat(done("payer", "due", "--step")).hasLineCount(2).contains("SL-0002,consumer,limited");
    now = "2030-01-01T00:00:00Z";
    assertThat(done("payer", "due")).as("a hospital is not paused").hasLineCount(1);
    assertThat(done("payer", "fund", "PAY-0002", "SL-0001")).contains("limited,funded,PAY-0002");
    assertThat(done("line", "list", "--funding=funded")).contains("SL-0001");
  }

  @Test
  void a03_aNamedSuccessorTakesOver() {
    aClinicAndAShop();
    done("payer", "successor", "SL-0001", "PAY-0002");
    done("payer", "successor", "SL-0002", "PAY-0002");
    done("payer", "successor", "SL-0002");
    assertThat(done("payer", "leave", "PAY-0001", "--on", "2026-02-01T00:00:00Z"))
        .contains("SL-0001,hospital,funded,funded,PAY-0002")
        .contains("SL-0002,consumer,funded,at-risk,PAY-0001");
    not(ExitCode.NO, "leaves or has left", "payer", "fund", "PAY-0001", "SL-0002");
  }

  @Test
  void b01_aTerminalIsAccountedFor() {
    aClinicAndAShop();
    done("terminal", "new", "t-2", "--kit", "K2", "--dish", "D2", "--note", "from the depot");
    done("terminal", "new", "t-3", "--kit", "K3", "--dish", "D3");
    done(
        "terminal",
        "donate",
        "t-2",
        "--donor",
        "A donor",
        "--purpose=relief",
        "--pledged=3",
        "--promise",
        "two years paid");
    assertThat(done("terminal", "donate", "t-3", "--more", "DON-0001"))
        .contains("DON-0001,A donor,relief," + now + ",3,2,2,0,0,0,0,two years paid");
    done("terminal", "change", "t-2", "lost", "--note", "after the flood");
    assertThat(done("terminal", "donations")).contains(",3,2,1,0,1,0,0,");
    assertThat(done("terminal", "history", "t-2"))
        .contains("made,,from the depot", "donated,", "lost,,after the flood");
    assertThat(done("terminal", "list", "--state=lost")).contains("t-2,K2,D2,lost");
    assertThat(done("terminal", "list", "--donation=DON-0001")).hasLineCount(3);
    assertThat(done("terminal", "list", "--line=SL-0001")).contains("clinic-1");
    not(
        ExitCode.NO,
        "cannot be assigned",
        "terminal",
        "change",
        "t-2",
        "assigned",
        "--line=SL-0002");
    not(ExitCode.USAGE, "belongs to", "terminal", "change", "t-3", "assigned");
    not(ExitCode.USAGE, "belongs to", "terminal", "change", "t-3", "lost", "--line=SL-0001");
    not(ExitCode.USAGE, "none of", "terminal", "change", "t-3", "borrowed");
    not(ExitCode.NO, "for 1 at most", "terminal", "change", "t-3", "assigned", "--line=SL-0001");
    done("terminal", "change", "clinic-1", "released");
    done("line", "end", "SL-0001", "--reason", "moved");
    not(ExitCode.BAD_INPUT, "taken already", "terminal", "new", "x", "--kit", "K1", "--dish", "DX");
  }

  @Test
  void b02_anUnexpectedPlaceIsReviewedByAPerson() {
    aClinicAndAShop();
    assertThat(done("terminal", "located", "clinic-1", "--at", "-0.1,34.8")).hasLineCount(1);
    assertThat(done("terminal", "located", "clinic-1", "--at", "-1.286,36.817"))
        .contains("REV-0001,clinic-1");
    done("terminal", "authorise", "clinic-1", "--basis", "a list");
    not(ExitCode.NO, "under review", "terminal", "revoke", "AUT-0001", "--reason", "elsewhere");
    assertThat(done("terminal", "reviews")).contains("REV-0001");
    done("terminal", "review", "REV-0001", "explained", "--why", "lent to the field hospital");
    assertThat(done("terminal", "reviews")).hasLineCount(1);
    assertThat(done("terminal", "reviews", "--all")).contains("lent to the field hospital");
    done("terminal", "revoke", "AUT-0001", "--reason", "returned");
    assertThat(done("terminal", "authorisations", "--terminal=clinic-1")).contains(",false,");
    not(ExitCode.USAGE, "is not a place", "terminal", "located", "clinic-1", "--at", "nairobi");
  }

  @Test
  void b03_anExemptionIsForEssentialLinesAndEnds() {
    aClinicAndAShop();
    not(
        ExitCode.NO,
        "limited in time",
        "terminal",
        "authorise",
        "clinic-1",
        "--grant=exempt",
        "--basis",
        "care");
    done(
        "terminal",
        "authorise",
        "clinic-1",
        "--grant=exempt",
        "--basis",
        "care",
        "--until",
        "2026-02-01T00:00:00Z");
    done("terminal", "new", "shop-1", "--kit", "K9", "--dish", "D9");
    done("terminal", "change", "shop-1", "assigned", "--line=SL-0002");
    not(
        ExitCode.NO,
        "on no essential line",
        "terminal",
        "authorise",
        "shop-1",
        "--grant=exempt",
        "--basis",
        "x",
        "--until",
        "2026-02-01T00:00:00Z");
    assertThat(done("terminal", "authorisations")).contains("AUT-0001,clinic-1,exempt", ",true,");
  }

  @Test
  void c01_anAllowListIsRehearsedBeforeItCutsAnybody() throws Exception {
    aClinicAndAShop();
    done("terminal", "new", "shop-1", "--kit", "K9", "--dish", "D9");
    done("terminal", "change", "shop-1", "assigned", "--line=SL-0002");
    done("allowlist", "announce", "north", "--wave", "2026-01-10T00:00:00Z,consumer");
    not(ExitCode.NO, "at the earliest", "allowlist", "enforce", "AL-0001");
    now = "2026-01-10T00:00:00Z";
    not(ExitCode.NO, "no dry run", "allowlist", "enforce", "AL-0001");
    Outcome cut = run("allowlist", "dry-run", "AL-0001");
    assertThat(cut.exitCode()).isEqualTo(ExitCode.NO);
    assertThat(cut.out())
        .contains("clinic-1,SL-0001,hospital,essential", "shop-1,SL-0002,consumer,cut");
    Path present = java.nio.file.Files.writeString(folder.resolve("here"), "# here\nclinic-1\n");
    assertThat(done("allowlist", "dry-run", "AL-0001", "--present", present.toString()))
        .hasLineCount(2);
    not(ExitCode.NO, "would cut shop-1", "allowlist", "enforce", "AL-0001");
    done("allowlist", "enrol", "AL-0001", "shop-1");
    assertThat(done("allowlist", "dry-run", "AL-0001", "--cut")).hasLineCount(1);
    assertThat(done("allowlist", "enforce", "AL-0001")).contains("consumer,1,2026-01-10");
    assertThat(done("allowlist", "list")).contains("2026-01-10T00:00:00Z consumer");
    not(ExitCode.NO, "all waves", "allowlist", "enforce", "AL-0001");
    not(ExitCode.USAGE, "no class", "allowlist", "announce", "x", "--wave", "now,kings");
    not(ExitCode.NO, "in no wave", "allowlist", "announce", "x", "--wave", "now,hospital");
    not(ExitCode.BAD_INPUT, "no terminal", "allowlist", "enrol", "AL-0001", "stranger");
  }

  @Test
  void c02_usageIsMetered() {
    aClinicAndAShop();
    done("line", "meter", "clinic-1", "--down", "1000000000", "--up", "0", "--at", now);
    done(
        "line",
        "meter",
        "clinic-1",
        "--down",
        "3000000000",
        "--up",
        "500000000",
        "--at",
        "2026-01-02T00:00:00Z");
    assertThat(done("line", "usage", "SL-0001"))
        .contains("SL-0001,2026-01-01,2026-01-01,0.000000,2.500000");
    assertThat(done("line", "usage", "SL-0001", "--day", "2026-02-01")).hasLineCount(1);
    not(ExitCode.USAGE, "is not a day", "line", "usage", "SL-0001", "--day", "tomorrow");
    not(ExitCode.BAD_INPUT, "negative", "line", "meter", "clinic-1", "--down=-1", "--up=0");
  }

  @Test
  void d01_whatIsWrongIsSaidWithoutAnEffect() {
    aClinicAndAShop();
    not(ExitCode.BAD_INPUT, "no account ACC-0009", "account", "address", "ACC-0009", "--at=1,2");
    not(ExitCode.BAD_INPUT, "two capital letters", "account", "new", "x", "--region=Kenya");
    not(
        ExitCode.BAD_INPUT,
        "75.00 EUR",
        "payer",
        "contract",
        "PAY-0001",
        "SL-0001",
        "--price=free");
    not(ExitCode.NO, "is not one of ACC-0002", wrongAddress());
    not(ExitCode.NO, "terminals are on", "line", "end", "SL-0001", "--reason=x");
    not(ExitCode.BAD_INPUT, "name of a network", "account", "list", "--network=../x");
    not(ExitCode.BAD_INPUT, "--database", "account", "list", "--database=postgresql://nowhere");
    not(
        ExitCode.ENVIRONMENT,
        "cannot be reached",
        "account",
        "list",
        "--database=postgresql://u:secret@127.0.0.1:9/x");
    not(
        ExitCode.USAGE,
        "0 to 1000000",
        "line",
        "plan",
        "p",
        "P",
        "--price=1 EUR",
        "--down=-1",
        "--up=1");
    not(ExitCode.USAGE, "needs --key", "payer", "fund", "PAY-0001", "SL-0001", "--ledger=x");
    assertThat(done("line", "list")).hasLineCount(3);
  }

  private String[] wrongAddress() {
    done("account", "new", "Other", "--region", "KE");
    return new String[] {
      "line", "new", "ACC-0002", "--address=ADR-0001", "--plan=relief-100", "--class=consumer"
    };
  }
}
