package org.normscape.experiments.run.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ProgressBarStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressBarsTest {

  private static final Map<String, String> PLAIN = Map.of("NO_COLOR", "1");
  private static final String DETAIL =
      "a detail that is longer than a narrow terminal has room for";

  @Test
  void haveNoColourWhereNoneIsWanted() {
    assertThat(ProgressBars.style(Map.of())).isEqualTo(ProgressBarStyle.COLORFUL_UNICODE_BLOCK);
    assertThat(ProgressBars.style(Map.of("NO_COLOR", "")))
        .isEqualTo(ProgressBarStyle.COLORFUL_UNICODE_BLOCK);
    assertThat(ProgressBars.style(PLAIN)).isEqualTo(ProgressBarStyle.UNICODE_BLOCK);
    assertThat(drawn(PLAIN, 100)).doesNotContain("\033");
  }

  /** The last column stays free, where some terminals would begin a new line. */
  @ParameterizedTest
  @ValueSource(ints = {20, 40, 80, 300})
  void areNoWiderThanTheTerminal(int columns) {
    List<String> lines = Arrays.asList(drawn(PLAIN, columns).split("[\r\n]+", -1));
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThan(columns));
    assertThat(lines).anySatisfy(line -> assertThat(line).hasSize(Math.min(100, columns - 1)));
  }

  /** What is written next begins a line. */
  @Test
  void endTheirLine() {
    assertThat(drawn(PLAIN, 80)).endsWith(System.lineSeparator());
  }

  private static String drawn(Map<String, String> environment, int columns) {
    StringWriter screen = new StringWriter();
    try (ProgressBars bars = new ProgressBars(new PrintWriter(screen), environment, columns)) {
      bars.begin("landscape", 10);
      bars.advance(5, DETAIL);
    }
    return screen.toString();
  }
}
