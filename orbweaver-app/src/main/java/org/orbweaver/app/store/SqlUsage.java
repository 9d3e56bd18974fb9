package org.orbweaver.app.store;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.accounts.DailyUsage;
import org.orbweaver.governance.accounts.Usage;

/** Metered usage. Days are kept as texts, which sort as days do. */
record SqlUsage(Handle handle) implements Usage {
  @Override
  public @Nullable Reading last(String terminal) {
    return handle
        .createQuery(
            "SELECT terminal, read_ns, down_bytes, up_bytes FROM readings WHERE terminal = ?")
        .bind(0, terminal)
        .map((row, context) ->
            new Reading(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)))
        .findOne()
        .orElse(null);
  }

  @Override
  public void keep(Reading reading) {
    Table.bound(
            handle.createUpdate(
                "INSERT INTO readings (terminal, read_ns, down_bytes, up_bytes)"
                    + " VALUES (?, ?, ?, ?) ON CONFLICT (terminal) DO UPDATE SET"
                    + " read_ns = excluded.read_ns, down_bytes = excluded.down_bytes,"
                    + " up_bytes = excluded.up_bytes"),
            reading.terminal(),
            reading.readNs(),
            reading.downBytes(),
            reading.upBytes())
        .execute();
  }

  @Override
  public void add(DailyUsage usage) {
    Table.bound(
            handle.createUpdate(
                "INSERT INTO daily_usage (line, day, down_bytes, up_bytes)"
                    + " VALUES (?, ?, ?, ?) ON CONFLICT (line, day) DO UPDATE SET"
                    + " down_bytes = daily_usage.down_bytes + excluded.down_bytes,"
                    + " up_bytes = daily_usage.up_bytes + excluded.up_bytes"),
            usage.line(),
            usage.day().toString(),
            usage.downBytes(),
            usage.upBytes())
        .execute();
  }

  @Override
  public List<DailyUsage> of(String line, LocalDate from, LocalDate end) {
    return handle
        .createQuery(
            "SELECT line, day, down_bytes, up_bytes FROM daily_usage"
                + " WHERE line = ? AND day >= ? AND day < ? ORDER BY day")
        .bind(0, line)
        .bind(1, from.toString())
        .bind(2, end.toString())
        .map((row, context) ->
            new DailyUsage(
                row.getString(1),
                LocalDate.parse(row.getString(2)),
                row.getLong(3),
                row.getLong(4)))
        .list();
  }
}
