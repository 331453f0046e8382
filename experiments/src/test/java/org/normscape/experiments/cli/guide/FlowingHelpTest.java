package org.normscape.experiments.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Paragraphs of help are broken by the terminal, examples by nobody. */
final class FlowingHelpTest {

  @Test
  void joinsTheLinesOfAParagraph() {
    assertThat(
            FlowingHelp.paragraphs(
                List.of(
                    "",
                    "What it",
                    "does.",
                    "",
                    "Examples:",
                    "  normscape a",
                    "  normscape b",
                    "",
                    "Exit codes: 0,",
                    "1.")))
        .containsExactly(
            "",
            "What it does.",
            "",
            "Examples:",
            "  normscape a",
            "  normscape b",
            "",
            "Exit codes: 0, 1.");
  }
}
