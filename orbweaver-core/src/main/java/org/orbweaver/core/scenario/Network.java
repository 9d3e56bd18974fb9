package org.orbweaver.core.scenario;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.Track;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.policy.Fix;
import org.orbweaver.core.policy.PolicyRules;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.core.policy.Subjects;
import org.orbweaver.core.radio.RainField;
import org.orbweaver.core.time.SlotGrid;
import org.orbweaver.core.traffic.LinkTrace;

/**
 * What a scenario resolves to: every file read, every name turned into a dense index. The planner's
 * only input beside the slot. Immutable.
 */
public final class Network {
  private final Scenario scenario;
  private final SlotGrid slots;
  private final long startNs;
  private final Ephemeris ephemeris;
  private final List<Shell> shells;
  private final SiteTable gateways;
  private final List<GatewaySpec> gatewaySpecs;
  private final SiteTable pops;
  private final List<PopSpec> popSpecs;
  private final List<CountryHome> countryHomes;
  private final SiteTable terminals;
  private final List<TerminalSpec> terminalSpecs;
  private final OutagePlan outages;
  private final Map<Integer, Track> tracks;
  private final PolicyRules rules;

  /** Of a latitude and a longitude in degrees; null where nobody asks for countries. */
  private final @Nullable BiFunction<Double, Double, @Nullable String> countryAt;

  private final RainField rain;
  private final List<SubscriberSpec> subscribers;
  private final Map<Integer, LinkTrace> traces;

  /**
   * A run of satellites that came from one constellation of the scenario.
   *
   * @param name the constellation's
   * @param firstSatellite index of its first satellite
   * @param satellites how many
   * @param planes number of planes of a generated or indexed shell, else 0
   * @param perPlane satellites in each plane of such a shell, else 0
   * @param listed pairs of the file of its lasers, where it has such a file
   */
  public record Shell(
      String name,
      int firstSatellite,
      int satellites,
      int planes,
      int perPlane,
      List<LaserPair> listed) {
    public Shell {
      listed = List.copyOf(listed);
    }

    /** A shell without a file of lasers. */
    public Shell(String name, int firstSatellite, int satellites, int planes, int perPlane) {
      this(name, firstSatellite, satellites, planes, perPlane, List.of());
    }
  }

  /** All tables resolved, nothing out; {@code startNs} is UTC, nanoseconds since the Unix epoch. */
  public Network(
      Scenario scenario,
      long startNs,
      Ephemeris ephemeris,
      List<Shell> shells,
      List<GatewaySpec> gatewaySpecs,
      List<PopSpec> popSpecs,
      List<TerminalSpec> terminalSpecs) {
    this.scenario = scenario;
    this.slots =
        new SlotGrid(
            scenario.time().slotSeconds() * 1_000_000_000L,
            scenario.time().slotOffsetSeconds() * 1_000_000_000L);
    this.startNs = startNs;
    this.ephemeris = ephemeris;
    this.shells = List.copyOf(shells);
    this.gatewaySpecs = List.copyOf(gatewaySpecs);
    this.popSpecs = List.copyOf(popSpecs);
    this.terminalSpecs = List.copyOf(terminalSpecs);
    this.countryHomes = scenario.routing().homePop().countries();
    this.gateways = Sites.ofGateways(gatewaySpecs);
    this.pops = Sites.ofPops(popSpecs);
    this.terminals = Sites.ofTerminals(terminalSpecs);
    this.outages = OutagePlan.EMPTY;
    this.tracks = Map.of();
    this.rules = PolicyRules.NONE;
    this.countryAt = null;
    this.rain = RainField.DRY;
    this.subscribers = List.of();
    this.traces = Map.of();
  }

  private Network(Network same, Draft draft) {
    this.scenario = same.scenario;
    this.slots = same.slots;
    this.startNs = same.startNs;
    this.ephemeris = same.ephemeris;
    this.shells = same.shells;
    this.gatewaySpecs = same.gatewaySpecs;
    this.gateways = same.gateways;
    this.pops = same.pops;
    this.popSpecs = same.popSpecs;
    this.terminalSpecs = List.copyOf(draft.terminalSpecs);
    this.terminals = draft.terminals;
    this.outages = draft.outages;
    this.countryHomes = List.copyOf(draft.countryHomes);
    this.tracks = Map.copyOf(draft.tracks);
    this.rules = draft.rules;
    this.rain = draft.rain;
    this.subscribers = List.copyOf(draft.subscribers);
    this.traces = Map.copyOf(draft.traces);
    this.countryAt = draft.countryAt;
  }

  /** What networks of one scenario may differ in, until it is settled. */
  private static final class Draft {
    List<TerminalSpec> terminalSpecs;
    SiteTable terminals;
    OutagePlan outages;
    List<CountryHome> countryHomes;
    Map<Integer, Track> tracks;
    PolicyRules rules;
    RainField rain;
    List<SubscriberSpec> subscribers;
    Map<Integer, LinkTrace> traces;
    @Nullable BiFunction<Double, Double, @Nullable String> countryAt;

    Draft(Network same) {
      terminalSpecs = same.terminalSpecs;
      terminals = same.terminals;
      outages = same.outages;
      countryHomes = same.countryHomes;
      tracks = same.tracks;
      rules = same.rules;
      rain = same.rain;
      subscribers = same.subscribers;
      traces = same.traces;
      countryAt = same.countryAt;
    }
  }

  private Network changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new Network(this, draft);
  }

  /** The same network with other outages. */
  public Network with(OutagePlan otherOutages) {
    return changed(draft -> draft.outages = otherOutages);
  }

  /** The same network with other decisions about who is served. */
  public Network with(PolicyRules otherRules) {
    return changed(draft -> draft.rules = otherRules);
  }

  /** The same network with other home PoPs of countries, those of tables among them. */
  public Network with(List<CountryHome> otherCountryHomes) {
    return changed(draft -> draft.countryHomes = otherCountryHomes);
  }

  /** The same network with subscribers beside its terminals, those of tables. */
  public Network withSubscribers(List<SubscriberSpec> others) {
    return changed(draft -> draft.subscribers = others);
  }

  /** The same network in which some terminals, by index, move. */
  public Network with(Map<Integer, Track> otherTracks) {
    return changed(draft -> draft.tracks = otherTracks);
  }

  /** The same network with other rain. */
  public Network with(RainField otherRain) {
    return changed(draft -> draft.rain = otherRain);
  }

  /** The same network in which more terminals, by index, follow a trace; or another one. */
  public Network withTraces(Map<Integer, LinkTrace> more) {
    Map<Integer, LinkTrace> all = new HashMap<>(traces);
    more.forEach((terminal, trace) -> all.put(terminal, trace.startingAt(startNs)));
    return changed(draft -> draft.traces = all);
  }

  /** The same network in which some terminals, by index, are where they have said. */
  public Network withReported(Map<Integer, Track> reported) {
    Map<Integer, Track> all = new HashMap<>(tracks);
    all.putAll(reported);
    return with(all);
  }

  /**
   * The same network with more terminals, which come after those that it has.
   *
   * @throws IllegalArgumentException where a name is taken
   */
  public Network withTerminals(List<TerminalSpec> more) {
    List<TerminalSpec> all = new ArrayList<>(terminalSpecs);
    all.addAll(more);
    return changed(draft -> {
      draft.terminalSpecs = all;
      draft.terminals = Sites.ofTerminals(all);
    });
  }

  /**
   * The same network with the terminals that move where they are at an instant (UTC, nanoseconds
   * since the Unix epoch); itself where none moves. Their specifications still say where they are
   * at home, but in which country they are then, where anybody asks for countries.
   */
  public Network at(long unixNs) {
    if (tracks.isEmpty()) {
      return this;
    }
    Map<Integer, GeodeticPoint> places = HashMap.newHashMap(tracks.size());
    tracks.forEach((terminal, track) -> places.put(terminal, track.at(unixNs)));
    return changed(draft -> {
      draft.terminals = terminals.moved(places);
      if (countryAt != null) {
        List<TerminalSpec> there = new ArrayList<>(terminalSpecs);
        places.forEach((terminal, place) ->
            there.set(terminal, there.get(terminal).in(country(terminal, place))));
        draft.terminalSpecs = there;
      }
    });
  }

  /** Whether any terminal moves. */
  public boolean anyMoves() {
    return !tracks.isEmpty();
  }

  /**
   * Terminals that move faster than they may at an instant (UTC, nanoseconds since the Unix epoch).
   */
  public BitSet tooFast(long unixNs) {
    BitSet tooFast = new BitSet();
    tracks.forEach((terminal, track) -> {
      Double maxKmh = terminalSpecs.get(terminal).maxSpeedKmh();
      if (maxKmh != null && track.speedMPerS(unixNs) > maxKmh / 3.6) {
        tooFast.set(terminal);
      }
    });
    return tooFast;
  }

  /** A terminal's track, or null where it stands. */
  public @Nullable Track track(int terminal) {
    return tracks.get(terminal);
  }

  /** The trace that a terminal's traffic follows, times in UTC; null where it is the model. */
  public @Nullable LinkTrace trace(int terminal) {
    return traces.isEmpty() ? null : traces.get(terminal);
  }

  /** Whether any terminal follows a trace. */
  public boolean anyTraced() {
    return !traces.isEmpty();
  }

  /**
   * The same network with terminals that say in which country they are; those that move by where
   * they are.
   *
   * @param country of a latitude and a longitude in degrees, ISO 3166-1 alpha-2 or null
   */
  public Network withCountries(BiFunction<Double, Double, @Nullable String> country) {
    List<TerminalSpec> placed = new ArrayList<>(terminalSpecs.size());
    for (TerminalSpec spec : terminalSpecs) {
      placed.add(
          spec.country() != null ? spec : spec.in(country.apply(spec.latDeg(), spec.lonDeg())));
    }
    return changed(draft -> {
      draft.terminalSpecs = placed;
      draft.countryAt = country;
    });
  }

  public Scenario scenario() {
    return scenario;
  }

  public String name() {
    return scenario.name();
  }

  public SlotGrid slots() {
    return slots;
  }

  /** When the network starts: UTC, nanoseconds since the Unix epoch. */
  public long startNs() {
    return startNs;
  }

  /** What is out, and when. */
  public OutagePlan outages() {
    return outages;
  }

  /** Where and when it rains. */
  public RainField rain() {
    return rain;
  }

  /** What the scenario itself decides about who is served. */
  public PolicyRules rules() {
    return rules;
  }

  /**
   * Where the terminals that move are at an instant (UTC, nanoseconds since the Unix epoch), or
   * that nobody knows; their country is that of the place where anybody asks for countries, else
   * that of their home.
   */
  public List<Fix> fixes(long unixNs) {
    List<Fix> fixes = new ArrayList<>(tracks.size());
    tracks.forEach((terminal, track) -> {
      GeodeticPoint point = track.at(unixNs);
      fixes.add(
          new Fix(
              terminal,
              track.isKnownAt(unixNs)
                  ? new Fix.Place(
                      point.latRad(), point.lonRad(), track.sigmaM(), country(terminal, point))
                  : null));
    });
    return fixes;
  }

  private @Nullable String country(int terminal, GeodeticPoint place) {
    return countryAt == null
        ? terminalSpecs.get(terminal).country()
        : countryAt.apply(Math.toDegrees(place.latRad()), Math.toDegrees(place.lonRad()));
  }

  /** The terminals as policy sees them. */
  public Subjects subjects() {
    List<@Nullable String> countries = new ArrayList<>(terminalSpecs.size());
    List<ServiceClass> classes = new ArrayList<>(terminalSpecs.size());
    for (TerminalSpec terminal : terminalSpecs) {
      countries.add(terminal.country());
      classes.add(terminal.serviceClass());
    }
    return new Subjects(terminals, countries, classes);
  }

  public Ephemeris ephemeris() {
    return ephemeris;
  }

  public List<Shell> shells() {
    return shells;
  }

  public SiteTable gateways() {
    return gateways;
  }

  public GatewaySpec gatewaySpec(int gateway) {
    return gatewaySpecs.get(gateway);
  }

  public SiteTable pops() {
    return pops;
  }

  public PopSpec popSpec(int pop) {
    return popSpecs.get(pop);
  }

  /** Home PoPs by country. */
  public List<CountryHome> countryHomes() {
    return countryHomes;
  }

  /** Subscribers beside the terminals; none where the scenario knows no load. */
  public List<SubscriberSpec> subscribers() {
    return subscribers;
  }

  /** Where terminals are: at home, or after {@link #at} where they are then. */
  public SiteTable terminals() {
    return terminals;
  }

  public TerminalSpec terminalSpec(int terminal) {
    return terminalSpecs.get(terminal);
  }
}
