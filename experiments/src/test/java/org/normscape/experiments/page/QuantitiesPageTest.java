package org.normscape.experiments.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page about probes and their quantities says what the records say. */
final class QuantitiesPageTest {

  @Test
  void isWhatTheRecordsSay() {
    new GeneratedPage("quantities.md", QuantitiesPageTest.class).is(QuantitiesPage.ofAll());
  }

  @Test
  void everyProbeSaysWhatItCostsAndWhatConfoundsIt() {
    assertThat(QuantitiesPage.entries())
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              assertThat(entry.paragraph(QuantitiesPage.COSTS)).endsWith(".");
              assertThat(entry.paragraph(QuantitiesPage.CONFOUNDED)).endsWith(".");
            });
  }
}
