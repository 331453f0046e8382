package org.normscape.experiments.page;

import org.junit.jupiter.api.Test;

/** The page about keys says what the records say. */
final class KeysPageTest {

  @Test
  void isWhatTheRecordsSay() {
    new GeneratedPage("keys.md", KeysPageTest.class).is(KeysPage.ofAll());
  }
}
