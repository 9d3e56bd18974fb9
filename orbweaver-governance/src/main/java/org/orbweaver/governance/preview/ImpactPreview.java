package org.orbweaver.governance.preview;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.json.JsonWriter;
import org.orbweaver.governance.ledger.SealedContent;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.MalformedException;

/**
 * What a decision would do, from two plans of the same hours, with and without it. Everything in it
 * may be public: counts are {@link Count}s, and the lines themselves are sealed. Its hash is what
 * approvers sign.
 *
 * @param subject which decision, of which case
 * @param basis what was planned
 * @param classes by class of lines, in the order of {@link #CLASSES}
 * @param total of all classes
 * @param moving terminals that move
 * @param neighbours where capacity shifts to or comes from
 * @param gateways what each gateway carries toward terminals
 * @param alternatives milder measures and what they would do
 * @param payers who pays for the lines that are affected
 * @param notices who must be told
 * @param detail the lines themselves, sealed
 */
public record ImpactPreview(
    Subject subject,
    Basis basis,
    List<ClassImpact> classes,
    Impact total,
    Moving moving,
    List<Shift> neighbours,
    List<GatewayLoad> gateways,
    List<Alternative> alternatives,
    List<Payer> payers,
    List<Notice> notices,
    SealedContent detail) {
  /** What stands first in its JSON. */
  public static final String FORMAT = "orbweaver-preview/1";

  /** Classes of lines, those without which people are in danger first. */
  public static final List<String> CLASSES =
      List.of("emergency", "hospital", "relief", "government", "consumer");

  /** Classes that are essential. */
  public static final List<String> ESSENTIAL = List.of("emergency", "hospital", "relief");

  /** Class of the sealed detail. */
  public static final String DETAIL_CLASS = "impact-detail";

  /**
   * Which decision.
   *
   * @param caseId the case, or null for a draft
   * @param decision SHA-256 of the decision as its case states it
   * @param area that it is about, or null where it is about terminals
   * @param effect as the decision says it
   */
  public record Subject(
      @Nullable String caseId, Hash decision, @Nullable String area, String effect) {}

  /**
   * What was planned.
   *
   * @param network its name
   * @param inputs SHA-256 over scenario, satellites, lines and the policy in force
   * @param time for which it was asked, UTC nanoseconds since the Unix epoch
   * @param fromNs first instant planned
   * @param untilNs first instant after
   * @param slots planned in each of the two plans
   * @param everySlots 1 where each slot was planned, 4 where each fourth was
   * @param threshold below which a count shows only that it is below
   */
  public record Basis(
      String network,
      Hash inputs,
      long time,
      long fromNs,
      long untilNs,
      int slots,
      int everySlots,
      int threshold) {}

  /**
   * Lines and their people. A line loses where it has service in some slot without the decision and
   * not with it.
   *
   * @param decided lines for which the decision changes what the policy says
   * @param losing lines that lose service in some slot
   * @param losingAll lines that have some service without the decision and none with it
   * @param gaining lines that have service in some slot only with it
   * @param peopleLosing people behind the losing lines
   * @param peopleGaining people behind the gaining lines
   * @param hoursLost hours of service lost, all lines together
   * @param hoursGained hours of service gained
   */
  public record Impact(
      Count decided,
      Count losing,
      Count losingAll,
      Count gaining,
      Count peopleLosing,
      Count peopleGaining,
      Count hoursLost,
      Count hoursGained) {}

  /** Of one class. */
  public record ClassImpact(String name, Impact impact) {}

  /**
   * Terminals that move.
   *
   * @param decided whose place or track the decision touches in these hours
   * @param losing of which lose service
   */
  public record Moving(Count decided, Count losing) {}

  /**
   * Lines near by that the decision does not name, and the rate that they are offered, mean over
   * the hours; null where too few stand behind it.
   *
   * @param place an area's id, or words such as {@code within 200 km}
   */
  public record Shift(
      String place, Count lines, @Nullable Long withoutKbps, @Nullable Long withKbps) {}

  /** Mean rate toward terminals through a gateway, kbit/s; null where too few stand behind it. */
  public record GatewayLoad(String gateway, @Nullable Long withoutKbps, @Nullable Long withKbps) {}

  /** What a milder measure would do to lines that have service without any. */
  public record Alternative(String measure, Count losing, Count essentialLosing, Count people) {}

  /** Who pays for lines that are affected. */
  public record Payer(String payer, Count lines, Count essential) {}

  /**
   * Who must be told.
   *
   * @param role such as {@code line holders} or {@code payer}
   * @param who a name where it is no person's, or a class
   * @param count how many are to be told
   * @param why in words
   */
  public record Notice(String role, String who, Count count, String why) {}

  public ImpactPreview {
    classes = List.copyOf(classes);
    neighbours = List.copyOf(neighbours);
    gateways = List.copyOf(gateways);
    alternatives = List.copyOf(alternatives);
    payers = List.copyOf(payers);
    notices = List.copyOf(notices);
    if (!classes.stream().map(ClassImpact::name).toList().equals(CLASSES)) {
      throw new MalformedException("a preview has the classes " + CLASSES);
    }
  }

  /**
   * Reads the canonical bytes.
   *
   * @throws MalformedException where they are not exactly what {@link #bytes} gives
   */
  public static ImpactPreview parse(byte[] bytes) {
    ImpactPreview preview = PreviewReader.read(bytes);
    if (!MessageDigest.isEqual(bytes, preview.bytes())) {
      throw new MalformedException("a preview, but not in its one form");
    }
    return preview;
  }

  /** The canonical JSON: one line, UTF-8, members in a fixed order, newline at its end. */
  public byte[] bytes() {
    return (JsonWriter.write(PreviewJson.of(this)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** SHA-256 of {@link #bytes}: what {@code sha256sum} says of the file. */
  public Hash hash() {
    return sha256(bytes());
  }

  /** SHA-256 of bytes. */
  public static Hash sha256(byte[] bytes) {
    try {
      return Hash.read(MessageDigest.getInstance("SHA-256").digest(bytes), 0);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the Java machine lacks SHA-256", e);
    }
  }

  /** Lines of essential classes for which something changes, the fewest that there can be. */
  public long essentialAtLeast() {
    return classes.stream()
        .filter(row -> ESSENTIAL.contains(row.name()))
        .mapToLong(row -> row.impact().losing().atLeast())
        .sum();
  }
}
