package org.orbweaver.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.Account;
import org.orbweaver.governance.accounts.Address;
import org.orbweaver.governance.accounts.AllowList;
import org.orbweaver.governance.accounts.Authorisation;
import org.orbweaver.governance.accounts.Contract;
import org.orbweaver.governance.accounts.DailyUsage;
import org.orbweaver.governance.accounts.Donation;
import org.orbweaver.governance.accounts.Funding;
import org.orbweaver.governance.accounts.FundingNotice;
import org.orbweaver.governance.accounts.FundingState;
import org.orbweaver.governance.accounts.LedgerMark.Mark;
import org.orbweaver.governance.accounts.LocationReview;
import org.orbweaver.governance.accounts.Money;
import org.orbweaver.governance.accounts.Notices;
import org.orbweaver.governance.accounts.Payer;
import org.orbweaver.governance.accounts.Records;
import org.orbweaver.governance.accounts.RefusedException;
import org.orbweaver.governance.accounts.Rehearsal;
import org.orbweaver.governance.accounts.Repository;
import org.orbweaver.governance.accounts.Seal;
import org.orbweaver.governance.accounts.ServiceLine;
import org.orbweaver.governance.accounts.ServicePlan;
import org.orbweaver.governance.accounts.Terminal;
import org.orbweaver.governance.accounts.TerminalDesk;
import org.orbweaver.governance.accounts.TerminalEvent;
import org.orbweaver.governance.accounts.TerminalState;
import org.orbweaver.governance.accounts.Usage;
import org.orbweaver.governance.accounts.Wave;

/** What every store does, whatever lies under it. */
abstract class StoreContract {
  private static final long DAY = 86_400_000_000_000L;

  SqlStore store = null_();

  @SuppressWarnings("NullAway")
  private static SqlStore null_() {
    return null;
  }

  /** The same store once more, as another process would open it. */
  abstract SqlStore open();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  static void people(Records records) {
    records.accounts().add(new Account("ACC-1", "Clinic \u00fcber \"alles\"; --", "KE", 5));
    records
        .addresses()
        .add(
            new Address(
                "ADR-1",
                "ACC-1",
                new GeodeticPoint(-0.022349234729, 0.6421, 1661.25),
                List.of("Moi Avenue 1", "Nairobi"),
                "KE"));
    records
        .plans()
        .add(
            new ServicePlan(
                "relief", "Relief", Money.parse("75.00 EUR"), 2, 100_000_000, 10_000_000, 1 << 30));
    records.payers().add(new Payer("PAY-1", "A foundation", 5, null));
    records.payers().add(new Payer("PAY-2", "Another", 5, 9L));
    records
        .lines()
        .add(
            new ServiceLine(
                "SL-1",
                "ACC-1",
                "ADR-1",
                "relief",
                ServiceClass.RELIEF,
                "north wing",
                10,
                null,
                Funding.by("PAY-1", 10)));
  }

  @Test
  void a01_everyKindOfRecordComesBackAsItWent() {
    List<Object> went = new ArrayList<>();
    store.write(r -> {
      people(r);
      went.add(r.accounts().get("ACC-1"));
      keep(went, r.accounts(), new Account("ACC-2", "B", "UA", Long.MAX_VALUE));
      keep(
          went,
          r.lines(),
          new ServiceLine(
              "SL-2",
              "ACC-2",
              "ADR-1",
              "relief",
              ServiceClass.CONSUMER,
              "",
              3,
              7L,
              new Funding(FundingState.AT_RISK, 4, null, "PAY-2", 99)));
      keep(
          went,
          r.contracts(),
          new Contract("CON-1", "PAY-1", "SL-1", 1, null, Money.parse("0.5 KWD")));
      keep(
          went, r.contracts(), new Contract("CON-2", "PAY-1", "SL-1", 1, 2L, Money.parse("7 JPY")));
      keep(
          went,
          r.donations(),
          new Donation("DON-1", "A donor", ServiceClass.HOSPITAL, 40, 8, "two years paid"));
      keep(
          went,
          r.terminals(),
          new Terminal("t-1", "KIT-1", "DISH-1", TerminalState.ASSIGNED, 8, "SL-1", "DON-1"));
      keep(went, r.terminals(), Terminal.made("t-2", "KIT-2", "DISH-2", 9));
      keep(
          went,
          r.reviews(),
          new LocationReview(
              "REV-1",
              "t-1",
              GeodeticPoint.ofDegrees(1, 2, 3),
              4.5,
              6,
              LocationReview.Outcome.OPEN,
              ""));
      keep(
          went,
          r.authorisations(),
          new Authorisation("AUT-1", "t-1", Authorisation.Grant.EXEMPT, 1, 5L, "a treaty", null));
      keep(
          went,
          r.authorisations(),
          new Authorisation("AUT-2", "t-9", Authorisation.Grant.ALLOW, 1, null, "b", 3L));
      keep(
          went,
          r.seals(),
          new Seal("line:SL-1", "line-holder", LocalDate.of(2036, 1, 1), "c2FsdA==", "who"));
      keep(
          went,
          r.allowLists(),
          AllowList.announced(
              "AL-1",
              "north",
              5,
              List.of(
                  new Wave(6, Set.of(ServiceClass.CONSUMER)),
                  new Wave(7, Set.of(ServiceClass.GOVERNMENT, ServiceClass.CONSUMER)))));
      keep(
          went,
          r.allowLists(),
          new AllowList(
              "AL-2",
              "south",
              5,
              new TreeSet<>(Set.of("t-1", "t-2")),
              List.of(new Wave(6, Set.of(ServiceClass.CONSUMER))),
              1,
              new Rehearsal(9, 0, new TreeSet<>(Set.of("t-3")))));
      return 0;
    });
    try (SqlStore again = open()) {
      List<Object> came = new ArrayList<>();
      again.read(r -> {
        came.addAll(r.accounts().all());
        came.add(r.lines().get("SL-2"));
        for (Repository<?> each :
            List.of(
                r.contracts(),
                r.donations(),
                r.terminals(),
                r.reviews(),
                r.authorisations(),
                r.seals(),
                r.allowLists())) {
          came.addAll(each.all());
        }
        assertThat(r.addresses().get("ADR-1").position().latRad()).isEqualTo(-0.022349234729);
        assertThat(r.addresses().get("ADR-1").lines()).hasSize(2);
        assertThat(r.payers().get("PAY-2").leavesNs()).isEqualTo(9);
        assertThat(r.plans().get("relief").perMonth()).hasToString("75.00 EUR");
        return 0;
      });
      assertThat(came).isEqualTo(went);
    }
  }

  private <T> List<T> list(java.util.function.Function<Records, List<T>> work) {
    return store.read(work);
  }

  private String text(java.util.function.Function<Records, ?> work) {
    return store.read(records -> String.valueOf(work.apply(records)));
  }

  private static <T> void keep(List<Object> list, Repository<T> repository, T record) {
    repository.add(record);
    list.add(record);
  }

  @Test
  void a02_addingTwiceUpdatingNothingAndNamingNothingAreRefusedWithoutAnEffect() {
    store.write(done(StoreContract::people));
    refused(r -> r.accounts().add(new Account("ACC-1", "Other", "KE", 6)), "an account ACC-1");
    refused(r -> r.accounts().update(new Account("ACC-9", "Other", "KE", 6)), "no account ACC-9");
    refused(r -> r.payers().get("PAY-9"), "there is no payer PAY-9");
    refused(
        r ->
            r.contracts()
                .add(new Contract("CON-1", "PAY-9", "SL-1", 1, null, Money.parse("1 EUR"))),
        "not there");
    refused(
        r -> {
          r.terminals().add(Terminal.made("t-1", "KIT-1", "DISH-1", 1));
          r.terminals().add(Terminal.made("t-2", "KIT-1", "DISH-2", 1));
        },
        "taken already");
    assertThat(store.<Boolean>read(r -> r.terminals().all().isEmpty())).isTrue();
    assertThat(store.<String>read(r -> r.accounts().get("ACC-1").name())).startsWith("Clinic");
  }

  private void refused(java.util.function.Consumer<Records> work, String why) {
    assertThatThrownBy(() -> store.write(done(work)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(why);
  }

  private static java.util.function.Function<Records, Integer> done(
      java.util.function.Consumer<Records> work) {
    return records -> {
      work.accept(records);
      return 0;
    };
  }

  @Test
  void a03_listsAreInOrderOfBytesPageByPageAndByOwner() {
    store.write(done(StoreContract::people));
    store.write(
        done(r -> {
          for (String id : List.of("b", "a", "B", "a-1", "a.1", "10", "9")) {
            r.terminals().add(Terminal.made(id, "k" + id, "d" + id, 1));
          }
          r.terminals().update(r.terminals().get("b").assigned("SL-1", 2));
        }));
    List<String> all = List.of("10", "9", "B", "a", "a-1", "a.1", "b");
    assertThat(ids(store.read(r -> r.terminals().all()))).isEqualTo(all);
    assertThat(ids(store.read(r -> r.terminals().after("", 3)))).isEqualTo(all.subList(0, 3));
    assertThat(ids(store.read(r -> r.terminals().after("B", 9)))).isEqualTo(all.subList(3, 7));
    assertThat(ids(store.read(r -> r.terminals().of("SL-1")))).containsExactly("b");
    assertThat(store.<Integer>read(r -> r.lines().of("ACC-1").size())).isEqualTo(1);
  }

  private static List<String> ids(List<Terminal> terminals) {
    return terminals.stream().map(Terminal::id).toList();
  }

  @Test
  void a04_numbersAreGivenOnceEvenToManyAtATime() throws Exception {
    int each = 10;
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();
        SqlStore other = open()) {
      List<Callable<List<String>>> work = new ArrayList<>();
      for (SqlStore one : List.of(store, other, store, other)) {
        work.add(() ->
            IntStream.range(0, each)
                .mapToObj(i -> one.<String>write(r -> r.newNumber("SL")))
                .toList());
      }
      Set<String> numbers = new TreeSet<>();
      for (Future<List<String>> future : pool.invokeAll(work)) {
        numbers.addAll(future.get());
      }
      assertThat(numbers).hasSize(4 * each).startsWith("SL-0001").endsWith("SL-0040");
    }
    assertThat(store.<String>write(r -> r.newNumber("ACC"))).isEqualTo("ACC-0001");
  }

  @Test
  void a05_whatThrowsHasNotHappened() {
    assertThatThrownBy(() ->
            store.write(r -> {
              people(r);
              throw new IllegalStateException("in the middle");
            }))
        .hasMessage("in the middle");
    assertThat(store.<Boolean>read(r -> r.accounts().all().isEmpty())).isTrue();
  }

  @Test
  void a06_aReaderSeesOneState() {
    store.write(done(StoreContract::people));
    try (SqlStore other = open()) {
      List<Integer> seen =
          store.read(r -> {
            int before = r.accounts().all().size();
            other.write(done(w -> w.accounts().add(new Account("ACC-2", "B", "KE", 1))));
            return List.of(before, r.accounts().all().size());
          });
      assertThat(seen).containsExactly(1, 1);
    }
    assertThat(store.<Integer>read(r -> r.accounts().all().size())).isEqualTo(2);
  }

  @Test
  void b01_historiesAreKeptInOrder() {
    store.write(done(StoreContract::people));
    store.write(
        done(r -> {
          TerminalDesk desk = new TerminalDesk(r);
          desk.make(Terminal.made("t-1", "k", "d", 1), "from the factory");
          desk.assign("t-1", "SL-1", 11, "");
          desk.keep(r.terminals().get("t-1").lost(11), "after the flood");
        }));
    assertThat(list(r -> r.terminalEvents().of("t-1")))
        .containsExactly(
            new TerminalEvent("t-1", 1, TerminalState.MADE, null, "from the factory"),
            new TerminalEvent("t-1", 11, TerminalState.ASSIGNED, "SL-1", ""),
            new TerminalEvent("t-1", 11, TerminalState.LOST, "SL-1", "after the flood"));
  }

  @Test
  void b02_noticesGoOutOnce() {
    store.write(done(StoreContract::people));
    var notice = new FundingNotice("SL-1", FundingState.GRACE, 7, 14, FundingState.LIMITED, 99);
    var arrival = new FundingNotice("SL-1", FundingState.GRACE, 7, 0, null, 0);
    assertThat(text(r -> r.notices().firstSentNs("SL-1", 7))).isEqualTo("null");
    store.write(done(r -> r.notices().send(notice, 20)));
    store.write(done(r -> r.notices().send(notice, 21)));
    store.write(done(r -> r.notices().send(arrival, 8)));
    assertThat(list(r -> r.notices().of("SL-1")))
        .containsExactly(new Notices.Sent(arrival, 8), new Notices.Sent(notice, 20));
    assertThat(store.<Boolean>read(r -> r.notices().isSent(notice))).isTrue();
    assertThat(
            store.<Boolean>read(r ->
                r.notices().isSent(new FundingNotice("SL-1", FundingState.GRACE, 8, 14, null, 0))))
        .isFalse();
    assertThat(text(r -> r.notices().firstSentNs("SL-1", 7))).isEqualTo("8");
  }

  @Test
  void b03_usageAddsUpByDay() {
    store.write(done(StoreContract::people));
    store.write(
        done(r -> {
          TerminalDesk desk = new TerminalDesk(r);
          desk.make(Terminal.made("t-1", "k", "d", 1), "");
          desk.assign("t-1", "SL-1", 11, "");
          desk.meter(new Usage.Reading("t-1", DAY / 2, 1000, 10));
          desk.meter(new Usage.Reading("t-1", DAY + DAY / 2, 2000, 30));
          desk.meter(new Usage.Reading("t-1", DAY + DAY / 2 + 1, 7, 3));
        }));
    LocalDate first = LocalDate.EPOCH;
    assertThat(list(r -> r.usage().of("SL-1", first, first.plusDays(9))))
        .containsExactly(
            new DailyUsage("SL-1", first, 500, 10),
            new DailyUsage("SL-1", first.plusDays(1), 507, 13));
    assertThat(list(r -> r.usage().of("SL-1", first.plusDays(1), first.plusDays(2)))).hasSize(1);
    assertThat(text(r -> r.usage().last("t-1"))).contains("downBytes=7");
    assertThat(text(r -> r.usage().last("t-2"))).isEqualTo("null");
  }

  @Test
  void b04_aStoreFollowsOneLedgerAndNeverBackwards() {
    assertThat(text(r -> r.ledger().get())).isEqualTo("null");
    store.write(done(r -> r.ledger().set(new Mark("ledger.example", 3))));
    store.write(done(r -> r.ledger().set(new Mark("ledger.example", 5))));
    refused(r -> r.ledger().set(new Mark("ledger.example", 4)), "this copy has only 4");
    refused(r -> r.ledger().set(new Mark("other.example", 9)), "follows the ledger ledger.example");
    assertThat(text(r -> r.ledger().get())).contains("size=5");
  }

  @Test
  void c01_aNewerStoreIsRefused() throws Exception {
    sql("UPDATE flyway_schema_history SET version = '999'");
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("made by a newer Orbweaver");
  }

  @Test
  void c02_everyMigrationHasRun() {
    assertThat(store.version()).isEqualTo(Migrations.LAST);
  }

  /** Runs a statement past the store. */
  void sql(String statement) throws Exception {
    try (java.sql.Connection connection = store.connection()) {
      connection.createStatement().execute(statement);
    }
  }
}
