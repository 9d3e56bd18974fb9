package org.orbweaver.core.schedule;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The strategies that a scenario may name: our own, and those that others provide to the class
 * loader of the calling thread. Our own come first, so that nobody can replace one unnoticed.
 *
 * @param <S> {@link SelectionStrategy} or {@link RoutingStrategy}
 */
public final class Strategies<S> {
  /** Those that rank the satellites in view. */
  public static final Strategies<SelectionStrategy> SELECTION =
      new Strategies<>(
          "selection",
          SelectionStrategy.class,
          SelectionStrategy::name,
          List.of(
              new HighestElevation(),
              new LongestPass(),
              new FewestHandovers(),
              new LoadBalanced(),
              new AsObserved()),
          Guarded::new);

  /** Those that weigh ways to the ground. */
  public static final Strategies<RoutingStrategy> ROUTING =
      new Strategies<>(
          "routing",
          RoutingStrategy.class,
          RoutingStrategy::name,
          List.of(new ShortestDelay(), new FewestHops()),
          (strategy, name) -> strategy);

  private final String kind;
  private final Class<S> type;
  private final Function<S, String> nameOf;
  private final List<S> own;
  private final Watch<S> watch;

  /** Wraps what others provide. */
  @FunctionalInterface
  private interface Watch<S> {
    S over(S strategy, String name);
  }

  private record Named<S>(S strategy, String name) {}

  private Strategies(
      String kind, Class<S> type, Function<S, String> nameOf, List<S> own, Watch<S> watch) {
    this.kind = kind;
    this.type = type;
    this.nameOf = nameOf;
    this.own = own;
    this.watch = watch;
  }

  /**
   * Every name that a scenario may give, sorted.
   *
   * @throws StrategyFault where one that others provide cannot be loaded or gives no name
   */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    own.forEach(strategy -> names.add(nameOf.apply(strategy)));
    provided().forEach(each -> names.add(each.name()));
    return names;
  }

  /**
   * The strategy of a name.
   *
   * @throws IllegalArgumentException where none has it
   * @throws StrategyFault as {@link #names}
   */
  public S named(String name) {
    for (S strategy : own) {
      if (nameOf.apply(strategy).equals(name)) {
        return strategy;
      }
    }
    for (Named<S> each : provided()) {
      if (each.name().equals(name)) {
        return watch.over(each.strategy(), name);
      }
    }
    throw new IllegalArgumentException(
        "no " + kind + " strategy is called " + name + "; known: " + names());
  }

  private List<Named<S>> provided() {
    List<Named<S>> provided = new ArrayList<>();
    try {
      for (Iterator<S> each = ServiceLoader.load(type).iterator(); each.hasNext(); ) {
        S strategy = each.next();
        provided.add(new Named<>(strategy, name(strategy)));
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new StrategyFault(kind, e);
    }
    return provided;
  }

  private String name(S strategy) {
    String shown = strategy.getClass().getName();
    String name;
    try {
      name = nameOf.apply(strategy);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw new StrategyFault(kind, shown, "threw " + e + " when asked for its name", e);
    }
    if (name == null || !name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new StrategyFault(
          kind,
          shown,
          "calls itself '" + name + "'; a name is lower-case words joined by hyphens",
          null);
    }
    return name;
  }
}
