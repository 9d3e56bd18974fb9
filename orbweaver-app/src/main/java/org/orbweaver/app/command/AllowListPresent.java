package org.orbweaver.app.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.governance.accounts.Authorisation;
import org.orbweaver.governance.accounts.DryRun;
import org.orbweaver.governance.accounts.Records;
import org.orbweaver.governance.accounts.ServiceLine;
import org.orbweaver.governance.accounts.Terminal;
import org.orbweaver.governance.accounts.TerminalState;
import picocli.CommandLine.Option;

/** Which terminals are in the area of a list. */
final class AllowListPresent {
  @Option(
      names = "--present",
      paramLabel = "FILE",
      description = "Ids of the terminals in the area, one a line; all assigned ones by default.")
  @Nullable Path present;

  /** Those that are on a line. */
  List<DryRun.Present> of(Records records, long nowNs) {
    Set<String> wanted = present == null ? Set.of() : ids(present);
    List<DryRun.Present> found = new ArrayList<>();
    for (Terminal terminal : records.terminals().all()) {
      String line = terminal.line();
      if (terminal.state() == TerminalState.ASSIGNED
          && line != null
          && (present == null || wanted.contains(terminal.id()))) {
        ServiceLine on = records.lines().get(line);
        boolean exempt =
            records.authorisations().of(terminal.id()).stream()
                .anyMatch(
                    right -> right.grant() == Authorisation.Grant.EXEMPT && right.holdsAt(nowNs));
        found.add(new DryRun.Present(terminal.id(), line, on.serviceClass(), exempt));
      }
    }
    return found;
  }

  private static Set<String> ids(Path file) {
    Set<String> ids =
        new HashSet<>(
            LedgerInputs.parsed(
                file,
                bytes ->
                    new String(bytes, StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .toList()));
    if (ids.isEmpty()) {
      throw Failure.badInput(file + " names no terminal", null);
    }
    return ids;
  }
}
