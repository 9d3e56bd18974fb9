package org.orbweaver.governance.accounts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.policy.ServiceClass;

/** Records in memory, for rules alone; what stores promise is tested with the stores. */
public final class MemoryRecords implements Records {
  private record Memory<T>(
      Map<String, T> byId, Function<T, String> id, Function<T, @Nullable String> owner)
      implements Repository<T> {
    @Override
    public void add(T record) {
      if (byId.putIfAbsent(id.apply(record), record) != null) {
        throw new RefusedException("there is " + id.apply(record) + " already");
      }
    }

    @Override
    public void update(T record) {
      get(id.apply(record));
      byId.put(id.apply(record), record);
    }

    @Override
    public Optional<T> find(String key) {
      return Optional.ofNullable(byId.get(key));
    }

    @Override
    public T get(String key) {
      return find(key).orElseThrow(() -> RefusedException.ofInput("there is no " + key));
    }

    @Override
    public List<T> all() {
      return List.copyOf(byId.values());
    }

    @Override
    public List<T> after(String key, int limit) {
      return byId.entrySet().stream()
          .filter(each -> each.getKey().compareTo(key) > 0)
          .limit(limit)
          .map(Map.Entry::getValue)
          .toList();
    }

    @Override
    public List<T> of(String key) {
      return byId.values().stream().filter(each -> key.equals(owner.apply(each))).toList();
    }
  }

  private static <T> Repository<T> memory(
      Function<T, String> id, Function<T, @Nullable String> owner) {
    return new Memory<>(new TreeMap<>(), id, owner);
  }

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Repository<Account> accounts = memory(Account::number, Account::regionCode);
  private final Repository<Address> addresses = memory(Address::id, Address::account);
  private final Repository<ServicePlan> plans = memory(ServicePlan::id, ServicePlan::name);
  private final Repository<ServiceLine> lines = memory(ServiceLine::number, ServiceLine::account);
  private final Repository<Payer> payers = memory(Payer::id, Payer::name);
  private final Repository<Contract> contracts = memory(Contract::id, Contract::line);
  private final Repository<Terminal> terminals = memory(Terminal::id, Terminal::line);
  private final Repository<Donation> donations = memory(Donation::id, Donation::donor);
  private final Repository<LocationReview> reviews =
      memory(LocationReview::id, LocationReview::terminal);
  private final Repository<AllowList> lists = memory(AllowList::id, AllowList::area);
  private final Repository<Authorisation> rights =
      memory(Authorisation::id, Authorisation::terminal);
  private final Repository<Seal> seals = memory(Seal::subject, Seal::contentClass);
  private final List<TerminalEvent> events = new ArrayList<>();
  private final List<Notices.Sent> sent = new ArrayList<>();
  private final Map<String, Usage.Reading> readings = new HashMap<>();
  private final List<DailyUsage> usage = new ArrayList<>();
  private FundingTerms terms = FundingTerms.DEFAULT;
  private LedgerMark.@Nullable Mark mark;

  /** An account with an address, a plan and two payers. */
  public static MemoryRecords ofOneAccount() {
    MemoryRecords records = new MemoryRecords();
    records.accounts.add(new Account("ACC-1", "Clinic", "KE", 0));
    records.addresses.add(
        new Address("ADR-1", "ACC-1", GeodeticPoint.ofDegrees(0, 35, 0), List.of(), "KE"));
    records.plans.add(new ServicePlan("p", "P", Money.parse("1 EUR"), 2, 1, 1, 100));
    records.payers.add(new Payer("PAY-1", "One", 0, null));
    records.payers.add(new Payer("PAY-2", "Two", 0, null));
    return records;
  }

  /** A line of that account, paid by the first payer. */
  public ServiceLine line(String number, ServiceClass serviceClass) {
    ServiceLine line =
        new ServiceLine(
            number, "ACC-1", "ADR-1", "p", serviceClass, "", 0, null, Funding.by("PAY-1", 0));
    lines.add(line);
    return line;
  }

  @Override
  public String newNumber(String prefix) {
    return prefix + "-" + numbers.merge(prefix, 1, Integer::sum);
  }

  @Override
  public void numberTaken(String number) {
    numbers.putIfAbsent(number, 1);
  }

  @Override
  public Repository<Account> accounts() {
    return accounts;
  }

  @Override
  public Repository<Address> addresses() {
    return addresses;
  }

  @Override
  public Repository<ServicePlan> plans() {
    return plans;
  }

  @Override
  public Repository<ServiceLine> lines() {
    return lines;
  }

  @Override
  public Repository<Payer> payers() {
    return payers;
  }

  @Override
  public Repository<Contract> contracts() {
    return contracts;
  }

  @Override
  public Repository<Terminal> terminals() {
    return terminals;
  }

  @Override
  public Repository<Donation> donations() {
    return donations;
  }

  @Override
  public Repository<LocationReview> reviews() {
    return reviews;
  }

  @Override
  public Repository<AllowList> allowLists() {
    return lists;
  }

  @Override
  public Repository<Authorisation> authorisations() {
    return rights;
  }

  @Override
  public Repository<Seal> seals() {
    return seals;
  }

  @Override
  public TerminalEvents terminalEvents() {
    return new TerminalEvents() {
      @Override
      public void add(TerminalEvent event) {
        events.add(event);
      }

      @Override
      public List<TerminalEvent> of(String terminal) {
        return events.stream().filter(event -> event.terminal().equals(terminal)).toList();
      }
    };
  }

  @Override
  public Notices notices() {
    return new Notices() {
      @Override
      public void send(FundingNotice notice, long nowNs) {
        sent.add(new Sent(notice, nowNs));
      }

      @Override
      public boolean isSent(FundingNotice notice) {
        return sent.stream()
            .anyMatch(each ->
                each.notice().line().equals(notice.line())
                    && each.notice().sinceNs() == notice.sinceNs()
                    && each.notice().daysAhead() == notice.daysAhead());
      }

      @Override
      public @Nullable Long firstSentNs(String line, long sinceNs) {
        return sent.stream()
            .filter(each -> each.notice().line().equals(line))
            .filter(each -> each.notice().sinceNs() == sinceNs)
            .map(Sent::sentNs)
            .findFirst()
            .orElse(null);
      }

      @Override
      public List<Sent> of(String line) {
        return sent.stream().filter(each -> each.notice().line().equals(line)).toList();
      }
    };
  }

  @Override
  public Usage usage() {
    return new Usage() {
      @Override
      public @Nullable Reading last(String terminal) {
        return readings.get(terminal);
      }

      @Override
      public void keep(Reading reading) {
        readings.put(reading.terminal(), reading);
      }

      @Override
      public void add(DailyUsage day) {
        usage.add(day);
      }

      @Override
      public List<DailyUsage> of(String line, LocalDate from, LocalDate end) {
        return usage;
      }
    };
  }

  @Override
  public FundingTerms terms() {
    return terms;
  }

  @Override
  public void setTerms(FundingTerms other) {
    terms = other;
  }

  @Override
  public LedgerMark ledger() {
    return new LedgerMark() {
      @Override
      public @Nullable Mark get() {
        return mark;
      }

      @Override
      public void set(Mark other) {
        mark = other;
      }
    };
  }
}
