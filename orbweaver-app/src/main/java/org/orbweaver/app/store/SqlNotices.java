package org.orbweaver.app.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.accounts.FundingNotice;
import org.orbweaver.governance.accounts.FundingState;
import org.orbweaver.governance.accounts.Notices;

/** Notices that went out. */
record SqlNotices(Handle handle) implements Notices {
  @Override
  public void send(FundingNotice notice, long nowNs) {
    FundingState next = notice.next();
    Table.bound(
            handle.createUpdate(
                "INSERT INTO notices (line, since_ns, days_ahead, state, next, next_ns, sent_ns)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (line, since_ns, days_ahead) DO NOTHING"),
            notice.line(),
            notice.sinceNs(),
            notice.daysAhead(),
            notice.state().name(),
            next == null ? null : next.name(),
            notice.nextNs(),
            nowNs)
        .execute();
  }

  @Override
  public boolean isSent(FundingNotice notice) {
    return handle
        .createQuery("SELECT 1 FROM notices WHERE line = ? AND since_ns = ? AND days_ahead = ?")
        .bind(0, notice.line())
        .bind(1, notice.sinceNs())
        .bind(2, notice.daysAhead())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  @Override
  public @Nullable Long firstSentNs(String line, long sinceNs) {
    return handle
        .createQuery("SELECT MIN(sent_ns) FROM notices WHERE line = ? AND since_ns = ?")
        .bind(0, line)
        .bind(1, sinceNs)
        .map((row, context) -> Optional.ofNullable(Shapes.maybe(row, 1)))
        .one()
        .orElse(null);
  }

  @Override
  public List<Sent> of(String line) {
    return handle
        .createQuery(
            "SELECT line, state, since_ns, days_ahead, next, next_ns, sent_ns FROM notices"
                + " WHERE line = ? ORDER BY sent_ns, since_ns, days_ahead DESC")
        .bind(0, line)
        .map((row, context) -> {
          String next = row.getString(5);
          return new Sent(
              new FundingNotice(
                  row.getString(1),
                  FundingState.valueOf(row.getString(2)),
                  row.getLong(3),
                  row.getInt(4),
                  next == null ? null : FundingState.valueOf(next),
                  row.getLong(6)),
              row.getLong(7));
        })
        .list();
  }
}
