package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.LocationReview;
import org.orbweaver.governance.entry.TerminalEntry;
import org.orbweaver.governance.merkle.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver terminal review}. */
@Command(
    name = "review",
    description = {
      "Close a review with what was found.",
      "Only 'unexplained' lets a decision follow that would cut the terminal; it cuts nothing"
          + " itself."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver terminal review REV-0001 explained --why \"lent to the field hospital\""
    })
final class TerminalReviewCommand extends DecidingCommand {
  @Parameters(index = "0", paramLabel = "REVIEW", description = "Its id.")
  String id = "";

  @Parameters(index = "1", paramLabel = "OUTCOME", description = "explained, moved or unexplained.")
  LocationReview.Outcome outcome = LocationReview.Outcome.OPEN;

  @Option(names = "--why", paramLabel = "TEXT", required = true, description = "In your words.")
  String why = "";

  TerminalReviewCommand(Surroundings surroundings) {
    super(surroundings, TerminalRows.REVIEWS);
  }

  @Override
  int run(SqlStore store) {
    LocationReview[] closed = new LocationReview[1];
    decide(
        store,
        records -> {
          LocationReview review = records.reviews().get(id).closed(outcome, why);
          closed[0] = review;
          String where = review.at().latRad() + " " + review.at().lonRad();
          Hash sealed = Seals.seal(records, "review:" + id, "position", where, nowNs());
          return new Deed(
              List.of(header ->
                  new TerminalEntry.LocationReviewed(
                      header, review.terminal(), outcome, sealed, why)),
              into -> into.reviews().update(review));
        });
    return rows(rows -> TerminalRows.write(rows, closed[0]));
  }
}
