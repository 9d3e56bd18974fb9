package org.orbweaver.core.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.CellGrid;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.random.SplitMix64;

/**
 * Chooses as the real network has been seen to: a conditional logit model (McFadden, Conditional
 * logit analysis of qualitative choice behavior, 1974) gives each candidate odds by its angle from
 * the dish's axis, its make and whether it served before, and a lot decides. The lot is of the
 * cell, the satellite and the slot, so that terminals of a cell choose alike, as beams light cells.
 * doc/choice.md says what the weights are fitted to and how well it does.
 */
public final class AsObserved implements SelectionStrategy {
  public static final String NAME = "as-observed";

  private final ChoiceWeights weights;
  private final @Nullable Tables tables;

  /**
   * What is known of one network. Layout: by terminal cosine and sine of its dish's tilt, and the
   * number of its cell; by satellite its term, and a number that stays its own in other element
   * files.
   */
  @SuppressWarnings("ArrayRecordComponent") // private, and never handed out
  private record Tables(
      long seed,
      Ephemeris satellites,
      double[] cosTilt,
      double[] sinTilt,
      int[] cell,
      double[] generationTerm,
      int[] key) {}

  /** With the weights that are shipped. */
  public AsObserved() {
    this(ChoiceWeights.shipped());
  }

  public AsObserved(ChoiceWeights weights) {
    this(weights, null);
  }

  private AsObserved(ChoiceWeights weights, @Nullable Tables tables) {
    this.weights = weights;
    this.tables = tables;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SelectionStrategy over(SiteTable terminals, Ephemeris satellites, long seed) {
    double[] cosTilt = new double[terminals.size()];
    double[] sinTilt = new double[terminals.size()];
    int[] cell = new int[terminals.size()];
    for (int t = 0; t < cell.length; t++) {
      GeodeticPoint point = terminals.point(t);
      double tiltRad = weights.tiltRad(point.latRad());
      cosTilt[t] = Math.cos(tiltRad);
      sinTilt[t] = Math.sin(tiltRad);
      cell[t] = CellGrid.cellOf(point);
    }
    if (tables != null && tables.satellites == satellites) {
      return new AsObserved(
          weights,
          new Tables(seed, satellites, cosTilt, sinTilt, cell, tables.generationTerm, tables.key));
    }
    double[] generationTerm = new double[satellites.size()];
    int[] key = new int[satellites.size()];
    for (int s = 0; s < key.length; s++) {
      generationTerm[s] = weights.generationTerm(satellites.generation(s));
      int noradId = satellites.elements(s).noradId();
      key[s] = noradId > 0 ? noradId : -1 - s;
    }
    return new AsObserved(
        weights, new Tables(seed, satellites, cosTilt, sinTilt, cell, generationTerm, key));
  }

  @Override
  public double score(Sky sky, int candidate) {
    int s = sky.satellite(candidate);
    return score(boresight(sky, candidate), make(s), sky.isServing(candidate), lot(sky, candidate));
  }

  /** Of its parts, always added up in this order. */
  double score(double boresight, double make, boolean kept, double lot) {
    return boresight + make + (kept ? weights.kept() : 0) + lot;
  }

  @Override
  public double logOdds(Sky sky, int candidate) {
    return boresight(sky, candidate) + make(sky.satellite(candidate));
  }

  @Override
  public List<Term> terms(Sky sky, int candidate) {
    return List.of(
        new Term("boresight", boresight(sky, candidate)),
        new Term("generation", make(sky.satellite(candidate))),
        new Term("kept", sky.isServing(candidate) ? weights.kept() : 0),
        new Term("lot", lot(sky, candidate)));
  }

  private double boresight(Sky sky, int candidate) {
    int t = sky.terminal();
    return weights.boresightTerm(
        cosTilt(t) * sky.sinElevation(candidate) + sinTilt(t) * sky.northward(candidate));
  }

  /** What a satellite's make adds. */
  double make(int satellite) {
    return ready().generationTerm[satellite];
  }

  /** What tells the lots of a terminal's cell in a slot from those of others. */
  long lots(int terminal, long startNs) {
    Tables known = ready();
    return SplitMix64.at(SplitMix64.at(known.seed, startNs), known.cell[terminal]);
  }

  /** What the lot adds. */
  double lot(long lots, int satellite) {
    return Lots.gumbel(SplitMix64.at(lots, ready().key[satellite]));
  }

  private double lot(Sky sky, int candidate) {
    return lot(lots(sky.terminal(), sky.startNs()), sky.satellite(candidate));
  }

  ChoiceWeights weights() {
    return weights;
  }

  /** Cosine of how far a terminal's dish leans to the north. */
  double cosTilt(int terminal) {
    return ready().cosTilt[terminal];
  }

  double sinTilt(int terminal) {
    return ready().sinTilt[terminal];
  }

  private Tables ready() {
    if (tables == null) {
      throw new IllegalStateException("as-observed has not been made ready for a network");
    }
    return tables;
  }
}
