package org.orbweaver.app.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.Address;
import org.orbweaver.governance.accounts.Funding;
import org.orbweaver.governance.accounts.Records;
import org.orbweaver.governance.accounts.RefusedException;
import org.orbweaver.governance.accounts.ServiceLine;
import org.orbweaver.governance.entry.LineEntry;
import org.orbweaver.governance.merkle.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver line new}. */
@Command(
    name = "new",
    description = {
      "Open a service line.",
      "Without a payer it is at risk from its first day: full service, and 60 days to find one."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver line new ACC-0001 --address ADR-0001 --plan relief-100 --class hospital \\",
      "      --payer PAY-0001"
    })
final class LineNewCommand extends DecidingCommand {
  @Parameters(paramLabel = "ACCOUNT", description = "Number of the account.")
  String account = "";

  @Option(names = "--address", paramLabel = "ADDRESS", required = true, description = "Its id.")
  String address = "";

  @Option(names = "--plan", paramLabel = "PLAN", required = true, description = "Its id.")
  String plan = "";

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      required = true,
      description =
          "Whom it serves: ${COMPLETION-CANDIDATES}. Lines of the first three are essential.")
  ServiceClass serviceClass = ServiceClass.CONSUMER;

  @Option(names = "--payer", paramLabel = "PAYER", description = "Who pays from now on.")
  @Nullable String payer;

  @Option(names = "--nickname", paramLabel = "TEXT", description = "For people.")
  String nickname = "";

  private String made = "";

  LineNewCommand(Surroundings surroundings) {
    super(surroundings, LineRows.LINES);
  }

  @Override
  int run(SqlStore store) {
    decide(store, this::deed);
    List<LineRows.Row> rows =
        store.read(records -> LineRows.of(records, line -> line.number().equals(made)));
    return rows(out -> rows.forEach(row -> LineRows.write(out, row)));
  }

  private Deed deed(Records records) {
    Address at = records.addresses().get(address);
    if (!at.account().equals(records.accounts().get(account).number())) {
      throw new RefusedException("the address " + address + " is not one of " + account);
    }
    records.plans().get(plan);
    if (payer != null && !records.payers().get(payer).paysAt(nowNs())) {
      throw new RefusedException("the payer " + payer + " does not pay now");
    }
    made = records.newNumber("SL");
    ServiceLine line =
        new ServiceLine(
            made,
            account,
            address,
            plan,
            serviceClass,
            nickname,
            nowNs(),
            null,
            payer == null ? Funding.none(nowNs()) : Funding.by(payer, nowNs()));
    Hash sealed =
        Seals.seal(records, "line:" + made, "line-holder", account + "\n" + address, nowNs());
    return new Deed(
        List.of(header -> new LineEntry.Opened(header, line.number(), serviceClass, payer, sealed)),
        into -> into.lines().add(line));
  }
}
