package org.orbweaver.app.command;

import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.app.store.StoreException;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.RefusedException;
import picocli.CommandLine.Mixin;

/** A command about what accounts keep; its result is rows of one shape. */
abstract class StoreCommand implements Callable<Integer>, Tabular {
  final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Mixin StoreOptions place = new StoreOptions();

  @Mixin OutputOptions output = new OutputOptions();

  private final Sheet sheet;

  StoreCommand(Surroundings surroundings, Sheet sheet) {
    this.surroundings = surroundings;
    this.sheet = sheet;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(sheet);
  }

  /** Does it; returns the exit code. */
  abstract int run(SqlStore store);

  @Override
  public final Integer call() {
    try (SqlStore store = place.open(surroundings)) {
      return run(store);
    } catch (RefusedException e) {
      throw e.isInput() ? Failure.badInput(e.message(), null) : Failure.refused(e.message(), null);
    } catch (StoreException e) {
      throw Failure.environment(e.message(), null);
    }
  }

  /** Writes the result. */
  int rows(Consumer<RowWriter> writing) {
    try (RowWriter rows = output.open(surroundings, sheet)) {
      writing.accept(rows);
    }
    return ExitCode.DONE;
  }

  /** The time of the only clock, UTC, in whole seconds, as entries have it. */
  long nowNs() {
    return Utc.ofInstant(GovernedLedgers.seconds(surroundings.clock().instant()));
  }

  /** A moment as {@link Moments} reads it. */
  long momentNs(String written) {
    try {
      return written.equals("now") ? nowNs() : Utc.parseNs(written);
    } catch (DateTimeParseException | ArithmeticException e) {
      throw Failure.usage("'" + written + "' is not a moment such as 2026-05-21T00:00:12Z", null);
    }
  }

  /** As words stand in tables: lower case, with hyphens. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
