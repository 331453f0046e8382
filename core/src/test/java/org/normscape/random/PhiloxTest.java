package org.normscape.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The known-answer vectors that Salmon et al. publish with Random123 (philox4x32, 10 rounds). */
class PhiloxTest {

  @ParameterizedTest
  @CsvSource({
    "00000000 00000000 00000000 00000000, 00000000 00000000, 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
    "ffffffff ffffffff ffffffff ffffffff, ffffffff ffffffff, 408f276d 41c83b0e a20bc7c6 6d5451fd",
    "243f6a88 85a308d3 13198a2e 03707344, a4093822 299f31d0, d16cfe09 94fdcceb 5001e420 24126ea1"
  })
  void givesThePublishedAnswers(String counter, String key, String answer) {
    int[] words = words(counter);
    int[] keys = words(key);
    Philox.apply(words, keys[0], keys[1]);
    assertThat(words).containsExactly(words(answer));
  }

  private static int[] words(String text) {
    String[] parts = text.split(" ", -1);
    return IntStream.range(0, parts.length)
        .map(i -> Integer.parseUnsignedInt(parts[i], 16))
        .toArray();
  }
}
