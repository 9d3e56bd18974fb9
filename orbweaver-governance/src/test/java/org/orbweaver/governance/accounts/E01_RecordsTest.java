package org.orbweaver.governance.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.governance.accounts.Refusals.refused;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.policy.ServiceClass;

/** What records of customers hold, and what they cannot. */
class E01_RecordsTest {
  private static final GeodeticPoint HERE = GeodeticPoint.ofDegrees(1, 2, 3);

  @Test
  void moneyIsReadAndWrittenInItsCurrencysParts() {
    assertThat(Money.parse("75.00 EUR")).isEqualTo(new Money(7500, "EUR")).hasToString("75.00 EUR");
    assertThat(Money.parse(" 75.5  eur ")).hasToString("75.50 EUR");
    assertThat(Money.parse("7 JPY")).isEqualTo(new Money(7, "JPY")).hasToString("7 JPY");
    assertThat(Money.parse("0.125 KWD").minor()).isEqualTo(125);
    for (String wrong : List.of("75", "75.5 JPY", "1 QQQ", "-1 EUR", "1,5 EUR", "1.5EUR", "")) {
      refused(() -> Money.parse(wrong), "");
    }
    refused(() -> new Money(-1, "EUR"), "negative");
    assertThat(new Money(5, "XAU").amount()).as("gold has no parts").isEqualTo("5");
  }

  @Test
  void idsTextsAndCountriesAreWhatTheySay() {
    refused(() -> new Account("A 1", "n", "KE", 0), "letters");
    refused(() -> new Account("A", " ", "KE", 0), "one line");
    refused(() -> new Account("A", "x".repeat(201), "KE", 0), "one line");
    refused(() -> new Account("A", "two\nlines", "KE", 0), "one line");
    refused(() -> new Account("A", "n", "Kenya", 0), "two capital letters");
    Address address = new Address("D", "A", HERE, List.of("a", "b"), "KE");
    assertThat(address.formatted()).isEqualTo("a, b");
    refused(() -> new Address("D", "A", HERE, Collections.nCopies(9, "x"), "KE"), "at most 8");
    assertThat(RefusedException.ofInput("x").isInput()).isTrue();
    assertThat(new RefusedException("x").isInput()).isFalse();
    refused(() -> new TerminalEvent("t", 1, TerminalState.MADE, null, "a\tb"), "one line");
  }

  @Test
  void plansLinesPayersAndContractsHaveTimesAndNumbersThatCanBe() {
    Money price = Money.parse("1 EUR");
    refused(() -> new ServicePlan("p", "P", price, 0, 1, 1, 0), "at least one terminal");
    refused(() -> new ServicePlan("p", "P", price, 1, 0, 1, 0), "a rate");
    refused(() -> new ServicePlan("p", "P", price, 1, 1, 0, 0), "a rate");
    refused(() -> new ServicePlan("p", "P", price, 1, 1, 1, -1), "negative");
    Payer payer = new Payer("P", "n", 5, 9L);
    assertThat(payer.paysAt(4)).isFalse();
    assertThat(payer.paysAt(5)).isTrue();
    assertThat(payer.paysAt(9)).isFalse();
    assertThat(new Payer("P", "n", 5, null).paysAt(99)).isTrue();
    refused(() -> new Payer("P", "n", 5, 4L), "before they come");
    Contract contract = new Contract("C", "P", "L", 5, null, price);
    assertThat(contract.holdsAt(4)).isFalse();
    assertThat(contract.holdsAt(99)).isTrue();
    assertThat(contract.endingAt(7).holdsAt(7)).isFalse();
    assertThat(contract.endingAt(2).untilNs()).isEqualTo(6);
    refused(() -> new Contract("C", "P", "L", 5, 5L, price), "before it begins");
    ServiceLine line =
        new ServiceLine(
            "L", "A", "D", "p", ServiceClass.CONSUMER, "shop", 5, null, Funding.by("P", 5));
    assertThat(line.isActiveAt(4)).isFalse();
    assertThat(line.isActiveAt(99)).isTrue();
    assertThat(line.endedAt(7).isActiveAt(7)).isFalse();
    assertThat(line.onPlan("q").plan()).isEqualTo("q");
    refused(() -> line.endedAt(7).endedAt(8), "ends at");
    refused(() -> line.endedAt(4), "before it begins");
  }
}
