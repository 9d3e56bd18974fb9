package org.orbweaver.core.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.link.Outages;
import org.orbweaver.core.link.ShellStructure;
import org.orbweaver.core.orbit.MeanPlaces;

/** From what a user says is out to the elements of one network, as {@link OutageSpec} has it. */
public final class OutageTargets {
  /** The forms, for messages. */
  public static final String FORMS =
      "gateway:NAME, pop:NAME, sat:NAME, laser:A--B, laser:A, plane:CONSTELLATION/INDEX,"
          + " plane:SATELLITE or constellation:NAME";

  private static final long HOUR_NS = 3_600_000_000_000L;

  private final Network network;

  public OutageTargets(Network network) {
    this.network = network;
  }

  /** What a text means. */
  public sealed interface Answer permits Found, NoSuchName, NotThat {}

  /**
   * What is out.
   *
   * @param name the text, with the name of a satellite in place of its catalogue number
   */
  public record Found(String name, Outages elements) implements Answer {}

  /**
   * A name that nothing has.
   *
   * @param kind of thing, such as {@code gateway}
   * @param name as written
   * @param known the names that there are
   */
  public record NoSuchName(String kind, String name, Collection<String> known) implements Answer {}

  /**
   * A text of another form.
   *
   * @param expected what would be right
   */
  public record NotThat(String expected) implements Answer {}

  /**
   * Resolves one text.
   *
   * @param atNs when planes are looked for: UTC, nanoseconds since the Unix epoch
   */
  public Answer find(String written, long atNs) {
    int colon = written.indexOf(':');
    String kind = colon < 0 ? "" : written.substring(0, colon);
    String name = written.substring(colon + 1);
    return switch (kind) {
      case "gateway" -> sites(kind, name, network.gateways(), Outages.Builder::gateway);
      case "pop" -> sites(kind, name, network.pops(), Outages.Builder::pop);
      case "sat" -> satellites(kind, name, Outages.Builder::satellite);
      case "laser" ->
          name.contains("--") ? link(name) : satellites(kind, name, Outages.Builder::lasersOf);
      case "plane" -> plane(name, atNs);
      case "constellation" -> constellation(name);
      default -> new NotThat(otherForms(written));
    };
  }

  private String otherForms(String name) {
    List<String> meant = new ArrayList<>();
    for (String kind : List.of("gateway", "pop", "sat", "constellation")) {
      if (find(kind + ":" + name, network.startNs()) instanceof Found) {
        meant.add(kind + ":" + name);
      }
    }
    return meant.isEmpty() ? FORMS : String.join(" or ", meant);
  }

  private static Answer sites(
      String kind, String name, SiteTable sites, BiConsumer<Outages.Builder, Integer> add) {
    return matching(kind, name, sites.size(), sites::name, add);
  }

  private static Answer matching(
      String kind,
      String name,
      int size,
      IntFunction<String> nameOf,
      BiConsumer<Outages.Builder, Integer> add) {
    Pattern pattern = glob(name);
    Outages.Builder out = new Outages.Builder();
    IntStream.range(0, size)
        .filter(i -> pattern.matcher(nameOf.apply(i)).matches())
        .forEach(i -> add.accept(out, i));
    Outages elements = out.build();
    return elements.isEmpty()
        ? new NoSuchName(
            kind.equals("pop") ? "PoP" : kind,
            name,
            IntStream.range(0, size).mapToObj(nameOf).toList())
        : new Found(kind + ":" + name, elements);
  }

  private static Pattern glob(String name) {
    List<String> parts = new ArrayList<>();
    for (String part : name.split("\\*", -1)) {
      parts.add(Pattern.quote(part));
    }
    return Pattern.compile(String.join(".*", parts));
  }

  private Answer satellites(String kind, String name, BiConsumer<Outages.Builder, Integer> add) {
    int one = satellite(name);
    if (one < 0) {
      Answer answer = matching(kind, name, network.ephemeris().size(), this::nameOf, add);
      return answer instanceof NoSuchName no ? noSatellite(no.name()) : answer;
    }
    Outages.Builder out = new Outages.Builder();
    add.accept(out, one);
    return new Found(kind + ":" + nameOf(one), out.build());
  }

  private NoSuchName noSatellite(String name) {
    return new NoSuchName(
        "satellite",
        name,
        IntStream.range(0, network.ephemeris().size()).mapToObj(this::nameOf).toList());
  }

  private Answer link(String name) {
    int a = -1;
    int b = -1;
    for (int at = name.indexOf("--");
        at >= 0 && (a < 0 || b < 0);
        at = name.indexOf("--", at + 1)) {
      a = satellite(name.substring(0, at));
      b = satellite(name.substring(at + 2));
    }
    if (a < 0 || b < 0) {
      int at = name.indexOf("--");
      return noSatellite(a < 0 ? name.substring(0, at) : name.substring(at + 2));
    }
    return a == b
        ? new NotThat("two satellites, such as laser:A--B")
        : new Found(
            "laser:" + nameOf(a) + "--" + nameOf(b), new Outages.Builder().laser(a, b).build());
  }

  private Answer plane(String name, long atNs) {
    int slash = name.lastIndexOf('/');
    if (slash > 0 && satellite(name) < 0) {
      return planeByIndex(name.substring(0, slash), name.substring(slash + 1));
    }
    int member = satellite(name);
    if (member < 0) {
      return noSatellite(name);
    }
    Network.Shell shell = shellOf(member);
    if (shell.planes() > 0) {
      int index = (member - shell.firstSatellite()) / shell.perPlane();
      return planeByIndex(shell.name(), Integer.toString(index));
    }
    int end = shell.firstSatellite() + shell.satellites();
    // Whole hours, as derived lasers have it, so that both see the same planes.
    MeanPlaces places = MeanPlaces.at(network.ephemeris(), Math.floorDiv(atNs, HOUR_NS) * HOUR_NS);
    for (ShellStructure.Shell found : ShellStructure.find(places, shell.firstSatellite(), end)) {
      for (ShellStructure.Plane plane : found.planes()) {
        if (plane.satellites().contains(member)) {
          Outages.Builder out = new Outages.Builder();
          plane.satellites().forEach(out::satellite);
          return new Found("plane:" + nameOf(member), out.build());
        }
      }
    }
    return new NotThat(
        "a satellite that flies in a plane; " + nameOf(member) + " is between shells");
  }

  private Answer planeByIndex(String constellation, String index) {
    Network.Shell shell = shell(constellation);
    if (shell == null) {
      return noConstellation(constellation);
    }
    if (shell.planes() == 0) {
      return new NotThat(
          "plane:SATELLITE, such as plane:"
              + nameOf(shell.firstSatellite())
              + ": the planes of "
              + constellation
              + " have no index");
    }
    int plane = index.matches("[0-9]{1,4}") ? Integer.parseInt(index) : -1;
    if (plane < 0 || plane >= shell.planes()) {
      return new NotThat(
          "plane:" + constellation + "/0 to plane:" + constellation + "/" + (shell.planes() - 1));
    }
    Outages.Builder out = new Outages.Builder();
    int first = shell.firstSatellite() + plane * shell.perPlane();
    IntStream.range(first, first + shell.perPlane()).forEach(out::satellite);
    return new Found("plane:" + constellation + "/" + plane, out.build());
  }

  private Answer constellation(String name) {
    Network.Shell shell = shell(name);
    if (shell == null) {
      return noConstellation(name);
    }
    Outages.Builder out = new Outages.Builder();
    int first = shell.firstSatellite();
    IntStream.range(first, first + shell.satellites()).forEach(out::satellite);
    return new Found("constellation:" + name, out.build());
  }

  private NoSuchName noConstellation(String name) {
    return new NoSuchName(
        "constellation", name, network.shells().stream().map(Network.Shell::name).toList());
  }

  private Network.@Nullable Shell shell(String name) {
    for (Network.Shell shell : network.shells()) {
      if (shell.name().equals(name)) {
        return shell;
      }
    }
    return null;
  }

  private Network.Shell shellOf(int satellite) {
    for (Network.Shell shell : network.shells()) {
      if (satellite < shell.firstSatellite() + shell.satellites()) {
        return shell;
      }
    }
    throw new IllegalArgumentException("no satellite " + satellite);
  }

  /** The satellite of a name, or else of a catalogue number; -1 where there is none. */
  private int satellite(String name) {
    int number = name.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(name) : -1;
    int byNumber = -1;
    for (int s = 0; s < network.ephemeris().size(); s++) {
      if (nameOf(s).equals(name)) {
        return s;
      }
      byNumber = network.ephemeris().elements(s).noradId() == number ? s : byNumber;
    }
    return byNumber;
  }

  private String nameOf(int satellite) {
    return network.ephemeris().elements(satellite).name();
  }
}
