package org.orbweaver.governance.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.Genesis;
import org.orbweaver.governance.entry.OfficeEntry;
import org.orbweaver.governance.entry.Person;
import org.orbweaver.governance.entry.PersonEntry;
import org.orbweaver.governance.entry.SealEntry;
import org.orbweaver.governance.ledger.DamagedException;
import org.orbweaver.governance.ledger.RightEdge;
import org.orbweaver.governance.ledger.TileReader;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.UntrustedException;
import org.orbweaver.governance.signing.VerifierKey;
import org.orbweaver.governance.state.Board;
import org.orbweaver.governance.state.CaseFile;
import org.orbweaver.governance.state.GovernanceState;
import org.orbweaver.governance.state.Outcome;
import org.orbweaver.governance.state.SignatureCheck;
import org.orbweaver.governance.state.SignedEntry;

/**
 * What a ledger says of a case: its entries, and those that say who may act, in order. The whole
 * ledger is read and recomputed for it.
 *
 * @param file the case after the last entry
 * @param entries its entries and the board's
 * @param size of the ledger
 */
record CaseHistory(CaseFile file, List<Told> entries, long size) {
  /**
   * An entry.
   *
   * @param keys that signed it
   * @param ofCase whether it is the case's; else it is about who may act
   */
  record Told(long index, SignedEntry signed, List<VerifierKey> keys, boolean ofCase) {
    Told {
      keys = List.copyOf(keys);
    }
  }

  CaseHistory {
    entries = List.copyOf(entries);
  }

  static CaseHistory read(TileReader tiles, TrustPolicy.Trusted trusted, String caseId)
      throws IOException {
    long size = trusted.checkpoint().size();
    GovernanceState state = new GovernanceState(trusted.checkpoint().origin());
    Map<String, VerifierKey> keys = new LinkedHashMap<>();
    List<Told> told = new ArrayList<>();
    RightEdge edge = new RightEdge();
    for (long bundle = 0; bundle * 256 < size; bundle++) {
      List<byte[]> entries = tiles.bundle(bundle).entries();
      for (byte[] bytes : entries) {
        edge.append(Hash.leaf(bytes), (level, index, hashes) -> {});
        SignedEntry signed = read(edge.size() - 1, bytes);
        apply(state, signed);
        learn(keys, state.board());
        boolean ofCase = isOf(signed.entry(), caseId);
        if (ofCase || isOfBoard(signed.entry(), state)) {
          told.add(new Told(edge.size() - 1, signed, signers(signed, keys), ofCase));
        }
      }
    }
    if (edge.size() != size || !edge.root().equals(trusted.checkpoint().root())) {
      throw new UntrustedException("the entries are not those that the checkpoint signs");
    }
    CaseFile file = state.find(caseId);
    if (file == null) {
      throw new DamagedException("there is no case " + caseId, caseId);
    }
    return new CaseHistory(file, told, size);
  }

  private static SignedEntry read(long index, byte[] bytes) {
    try {
      return SignedEntry.read(bytes);
    } catch (MalformedException e) {
      throw new UntrustedException(
          "entry " + index + " is none of a governed ledger: " + e.message());
    }
  }

  private static void apply(GovernanceState state, SignedEntry signed) {
    long index = state.size();
    if (state.apply(index, signed, SignatureCheck.AT_ONCE) instanceof Outcome.Refused refused) {
      throw new UntrustedException("entry " + index + " breaks the rules: " + refused);
    }
  }

  private static void learn(
      Map<String, VerifierKey> keys, @org.jspecify.annotations.Nullable Board board) {
    if (board != null) {
      board
          .members()
          .values()
          .forEach(member -> keys.put(member.person().key().idHex(), member.person().key()));
    }
  }

  private static List<VerifierKey> signers(SignedEntry signed, Map<String, VerifierKey> keys) {
    if (signed.entry() instanceof Genesis genesis) {
      return genesis.people().stream().map(Person::key).toList();
    }
    return signed.envelope().signatures().stream()
        .map(signature -> keys.get(String.valueOf(signature.keyId())))
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  private static boolean isOf(Entry entry, String caseId) {
    return switch (entry) {
      case CaseEntry of -> of.caseId().equals(caseId);
      case OfficeEntry.AttemptRefused attempt -> caseId.equals(attempt.caseId());
      case SealEntry.Put put -> caseId.equals(put.caseId());
      default -> false;
    };
  }

  /** Whether it says who may act: without these nobody could know whose keys are right. */
  private static boolean isOfBoard(Entry entry, GovernanceState state) {
    return switch (entry) {
      case Genesis genesis -> true;
      case PersonEntry person -> true;
      case CaseEntry of -> {
        CaseFile file = state.find(of.caseId());
        yield file != null && file.isGovernance();
      }
      default -> false;
    };
  }
}
