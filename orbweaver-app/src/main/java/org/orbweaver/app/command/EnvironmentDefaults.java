package org.orbweaver.app.command;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Gives an option that the command line leaves out the value of its environment variable: {@code
 * --socks-port} takes {@code ORBWEAVER_SOCKS_PORT}. This holds for each option that takes one
 * value, and for {@code SCENARIO} and {@code NETWORK}.
 */
public final class EnvironmentDefaults implements IDefaultValueProvider {
  private static final String PREFIX = "ORBWEAVER_";

  private final Map<String, String> environment;

  public EnvironmentDefaults(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The variable that stands for an option or for SCENARIO or NETWORK, or null where none does. */
  public static @Nullable String variable(ArgSpec argument) {
    if (argument instanceof PositionalParamSpec) {
      String label = argument.paramLabel();
      return label.equals("SCENARIO") || label.equals("NETWORK") ? PREFIX + label : null;
    }
    OptionSpec option = (OptionSpec) argument;
    if (!option.longestName().startsWith("--")
        || option.arity().max() != 1
        || option.isMultiValue()) {
      return null;
    }
    return PREFIX + option.longestName().substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    String variable = variable(argument);
    String value = variable == null ? null : environment.get(variable);
    return value == null || value.isEmpty() ? null : value;
  }
}
