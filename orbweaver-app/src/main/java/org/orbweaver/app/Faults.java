package org.orbweaver.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.command.EnvironmentDefaults;
import org.orbweaver.core.schedule.StrategyFault;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong, in a line and a hint, and gives the exit code that belongs to it. */
final class Faults {
  /** As a shell counts a program that SIGINT (2) ended: 128 + 2. */
  private static final int INTERRUPTED = 130;

  private static final Pattern CHOICE =
      Pattern.compile("expected one of \\[([^]]*)] \\(case-insensitive\\) but was '(.*)'");

  private final Surroundings surroundings;
  private boolean outputIsLost;

  Faults(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Whether nothing more can be written to the results. */
  boolean outputIsLost() {
    return outputIsLost;
  }

  int wrongUse(ParameterException given) {
    ParameterException e = unknownCommand(given);
    CommandLine command = e.getCommandLine();
    String message = plain(String.valueOf(e.getMessage()));
    String hint = null;
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().getFirst();
      boolean noCommand = command.getParent() == null && !word.startsWith("-");
      message =
          noCommand ? "there is no command '" + word + "'" : "unexpected argument '" + word + "'";
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        hint = "Did you mean " + String.join(" or ", suggestions) + "?";
      }
    }
    ArgSpec argument = e.getArgSpec();
    if (argument != null) {
      String variable = EnvironmentDefaults.variable(argument);
      String value = variable == null ? null : surroundings.environment().get(variable);
      if (value != null && message.contains("'" + value + "'")) {
        message += "; it comes from the environment, " + variable;
      }
    }
    surroundings.out().flush();
    say(command.getCommandSpec().qualifiedName() + ": " + decapitalised(message), hint);
    say("See: " + command.getCommandSpec().qualifiedName() + " --help", null);
    return ExitCode.USAGE;
  }

  /** What {@code help} says of a word that is no command, as if it stood in a command's place. */
  private static ParameterException unknownCommand(ParameterException e) {
    return e.getValue() != null && String.valueOf(e.getMessage()).startsWith("Unknown subcommand")
        ? new UnmatchedArgumentException(e.getCommandLine(), List.of(e.getValue()))
        : e;
  }

  int report(Throwable e) {
    if (e instanceof OutputLost lost) {
      outputIsLost = true;
      if (lost.isClosedPipe()) {
        return ExitCode.DONE;
      }
      say("orbweaver: cannot write the results: " + lost.why(), null);
      details(e);
      return ExitCode.ENVIRONMENT;
    }
    if (e instanceof InterruptedException) {
      return INTERRUPTED;
    }
    surroundings.out().flush();
    if (e instanceof ParameterException wrong) {
      return wrongUse(wrong);
    }
    if (e instanceof Failure failure) {
      say("orbweaver: " + failure.message(), failure.hint());
      details(e);
      return failure.exitCode();
    }
    if (e instanceof StrategyFault fault) {
      say("orbweaver: " + fault.getMessage(), "It is a plug-in's, not one of Orbweaver's own.");
      details(e);
      return ExitCode.BAD_INPUT;
    }
    if (e instanceof OutOfMemoryError) {
      say(
          "orbweaver: there is not enough memory for this",
          "Give it more with ORBWEAVER_JAVA_OPTS=-Xmx2g, or ask for less at once.");
      return ExitCode.ENVIRONMENT;
    }
    say(
        "orbweaver: a fault of ours, not yours: " + e,
        surroundings.debug() ? null : "ORBWEAVER_DEBUG=1 prints the details for a report.");
    details(e);
    return ExitCode.OUR_FAULT;
  }

  private void say(String message, @Nullable String hint) {
    PrintWriter err = surroundings.err();
    err.println(message);
    if (hint != null) {
      err.println(hint);
    }
  }

  private void details(Throwable e) {
    if (surroundings.debug()) {
      e.printStackTrace(surroundings.err());
    }
  }

  /** Words that a parser has for its own kinds of values, in the user's. */
  private static String plain(String message) {
    Matcher choice = CHOICE.matcher(message);
    String plain =
        choice.find()
            ? choice.replaceFirst(
                Matcher.quoteReplacement(
                    "'"
                        + choice.group(2)
                        + "' is none of "
                        + choice.group(1).toLowerCase(Locale.ROOT)))
            : message;
    return plain
        .replaceAll("is not an? (int|long)$", "is not a whole number")
        .replaceAll("is not a double$", "is not a number")
        .replaceAll(
            "(?s)cannot convert ('.*') to interface java.nio.file.Path .*", "$1 cannot be a file");
  }

  private static String decapitalised(String message) {
    return message.isEmpty()
        ? "wrong use"
        : Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }
}
