package org.orbweaver.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.store.Table.Shape;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.AllowList;
import org.orbweaver.governance.accounts.Rehearsal;
import org.orbweaver.governance.accounts.Wave;

/** Allow-lists and their table; what belongs to one is read and written with it, as lines. */
final class AllowListShape {
  static final Shape<AllowList> ALLOW_LISTS =
      Shapes.shape(
          "allow_lists",
          "an allow-list",
          "id area announced_ns listed waves enforced rehearsed_ns rehearsed_wave rehearsed_cut",
          "area",
          AllowListShape::row,
          AllowListShape::read);

  private AllowListShape() {}

  private static @Nullable Object[] row(AllowList list) {
    Rehearsal run = list.rehearsal();
    return Shapes.row(
        list.id(),
        list.area(),
        list.announcedNs(),
        joined(list.listed()),
        list.waves().stream().map(AllowListShape::written).collect(Collectors.joining("\n")),
        list.enforced(),
        run == null ? null : run.atNs(),
        run == null ? null : run.wave(),
        run == null ? null : joined(run.cut()));
  }

  private static AllowList read(ResultSet row) throws SQLException {
    Long rehearsed = Shapes.maybe(row, 7);
    return new AllowList(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        split(row.getString(4)),
        row.getString(5).lines().map(AllowListShape::wave).toList(),
        row.getInt(6),
        rehearsed == null
            ? null
            : new Rehearsal(rehearsed, row.getInt(8), split(row.getString(9))));
  }

  private static String joined(Collection<String> ids) {
    return String.join("\n", ids);
  }

  private static SortedSet<String> split(String ids) {
    return new TreeSet<>(ids.lines().toList());
  }

  private static String written(Wave wave) {
    return wave.fromNs()
        + " "
        + wave.classes().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
  }

  private static Wave wave(String line) {
    List<String> words = Arrays.asList(line.split(" "));
    return new Wave(
        Long.parseLong(words.getFirst()),
        words.stream().skip(1).map(ServiceClass::valueOf).collect(Collectors.toSet()));
  }
}
