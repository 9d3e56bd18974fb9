package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.LocationReview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code orbweaver terminal reviews}. */
@Command(
    name = "reviews",
    description = "List reviews of terminals that were not where their lines are.",
    footer = {
      "",
      "Examples:",
      "  orbweaver terminal reviews",
      "  orbweaver terminal reviews --all"
    })
final class TerminalReviewsCommand extends StoreCommand {
  @Option(names = "--all", description = "Closed ones too.")
  boolean all;

  TerminalReviewsCommand(Surroundings surroundings) {
    super(surroundings, TerminalRows.REVIEWS);
  }

  @Override
  int run(SqlStore store) {
    List<LocationReview> found =
        store.read(records ->
            records.reviews().all().stream()
                .filter(review -> all || review.outcome() == LocationReview.Outcome.OPEN)
                .toList());
    return rows(rows -> found.forEach(review -> TerminalRows.write(rows, review)));
  }
}
