package org.normscape.nn.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normscape.backend.FloatSource;
import org.normscape.ir.Shape;
import org.normscape.params.Parameters;
import org.normscape.replay.Fingerprint;

class NoiseTest {

  private static final int MANY = 1 << 20;

  private static final NoiseSpec NORMAL =
      new NoiseSpec(Shape.of(3, 5), NoiseDistribution.STANDARD_NORMAL);
  private static final Parameters<NoiseSpec> SPECS =
      Parameters.of("block1.norm", NORMAL)
          .and("norm", new NoiseSpec(Shape.of(7), new UniformNoise(0, 1)));

  private static float[] draw(String path, NoiseSpec spec, long seed, int step) {
    return Noise.draw(Parameters.of(path, spec), seed, step)
        .get(path)
        .toFloats(spec.shape().size());
  }

  private static float[] draw(NoiseDistribution distribution, int... dims) {
    return draw("a", new NoiseSpec(Shape.of(dims), distribution), 3, 0);
  }

  private static double mean(float[] numbers) {
    return IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).average().orElseThrow();
  }

  private static double deviation(float[] numbers) {
    double mean = mean(numbers);
    return Math.sqrt(
        IntStream.range(0, numbers.length)
            .mapToDouble(i -> (numbers[i] - mean) * (numbers[i] - mean))
            .average()
            .orElseThrow());
  }

  /** What was drawn once is drawn for ever, on every machine: runs are repeated by their seed. */
  @Test
  void bitsStayAsTheyAre() {
    NoiseDistribution channels = new ChannelNoise(new UniformNoise(1, 1.25), new NormalNoise(0.1));
    assertThat(digest(draw(new NormalNoise(1), MANY)))
        .isEqualTo("eb582eb9778d66361a24503b8c21317f00208947f0c41e88fde23f04ba84912f");
    assertThat(digest(draw(new UniformNoise(0, 1), MANY)))
        .isEqualTo("b5f96b3dd87eddb5b45688f7e935348169187bd5caeb04b6cd85d24dd8447fc5");
    assertThat(digest(draw(channels, MANY / 64, 64)))
        .isEqualTo("c13247a30f847ef446e3f68ca53841d0a6c2d59fc9ccd1531813756c7fd7f483");
  }

  private static String digest(float[] numbers) {
    double[] doubles = IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).toArray();
    return new Fingerprint().add(doubles).hex();
  }

  @Test
  void dependsOnSeedStepAndPathAlone() {
    float[] drawn = draw("a", NORMAL, 1, 2);
    assertThat(draw("a", NORMAL, 1, 2)).containsExactly(drawn);
    assertThat(Noise.draw(SPECS.and("a", NORMAL), 1, 2).get("a").toFloats(15))
        .containsExactly(drawn);
    assertThat(draw("b", NORMAL, 1, 2)).isNotEqualTo(drawn);
    assertThat(draw("a", NORMAL, 2, 2)).isNotEqualTo(drawn);
    assertThat(draw("a", NORMAL, 1, 3)).isNotEqualTo(drawn);
  }

  @Test
  void isTheSameOnAnyNumberOfThreads() {
    List<float[]> alone =
        IntStream.range(0, 50).mapToObj(step -> draw("a", NORMAL, 3, step)).toList();
    List<float[]> together =
        IntStream.range(0, 50).parallel().mapToObj(step -> draw("a", NORMAL, 3, step)).toList();
    for (int step = 0; step < alone.size(); step++) {
      assertThat(together.get(step)).containsExactly(alone.get(step));
    }
  }

  @Test
  void aBlockIsTheSameWheneverItIsAskedFor() {
    NoiseDistribution channels = new ChannelNoise(new UniformNoise(-1, 1), new NormalNoise(0.1));
    for (NoiseDistribution distribution :
        List.of(new NormalNoise(2), new UniformNoise(-1, 3), channels)) {
      NoiseSpec spec = new NoiseSpec(Shape.of(1000, 7), distribution);
      float[] all = draw("a", spec, 3, 0);
      float[] block = new float[FloatSource.BLOCK];
      Noise.draw(Parameters.of("a", spec), 3, 0).get("a").fill(2, block);
      assertThat(block)
          .containsExactly(Arrays.copyOfRange(all, 2 * FloatSource.BLOCK, 3 * FloatSource.BLOCK));
    }
  }

  /** A mean is off by more than 4 σ/√n once in 16,000 seeds. */
  @Test
  void hasTheMomentsOfItsDistribution() {
    float[] normal = draw(new NormalNoise(2), MANY);
    assertThat(mean(normal)).isCloseTo(0, within(4 * 2 / Math.sqrt(MANY)));
    assertThat(deviation(normal)).isCloseTo(2, within(4 * 2 / Math.sqrt(2.0 * MANY)));
    float[] uniform = draw(new UniformNoise(-1, 3), MANY);
    assertThat(mean(uniform)).isCloseTo(1, within(4 * 1.1547 / Math.sqrt(MANY)));
    assertThat(deviation(uniform)).isCloseTo(4 / Math.sqrt(12), within(4 * 0.6 / Math.sqrt(MANY)));
  }

  @Test
  void uniformNumbersFillTheirRangeEvenly() {
    int[] seen = new int[64];
    for (float x : draw(new UniformNoise(-1, 3), MANY)) {
      assertThat(x).isBetween(-1f, 3f);
      seen[Math.min(63, (int) ((x + 1) * 16))]++;
    }
    double expected = MANY / 64.0;
    double chiSquare =
        Arrays.stream(seen).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
    assertThat(chiSquare).isBetween(25.0, 120.0);
    assertThat(draw(new UniformNoise(0.25, 0.25), 3)).containsOnly(0.25f);
  }

  /** Elements of a channel spread around its level, and levels differ from channel to channel. */
  @Test
  void channelsHaveLevelsOfTheirOwn() {
    int channels = 37;
    float[] drawn =
        draw(new ChannelNoise(new UniformNoise(10, 20), new NormalNoise(0.5)), 4000, channels);
    double[] levels = new double[channels];
    for (int c = 0; c < channels; c++) {
      int channel = c;
      float[] ofChannel = new float[4000];
      IntStream.range(0, 4000).forEach(i -> ofChannel[i] = drawn[i * channels + channel]);
      levels[c] = mean(ofChannel);
      assertThat(levels[c]).isBetween(9.9, 20.1);
      assertThat(deviation(ofChannel)).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(8000)));
    }
    assertThat(Arrays.stream(levels).average().orElseThrow())
        .isCloseTo(15, within(4 * 10 / Math.sqrt(12 * channels)));
    assertThat(Arrays.stream(levels).max().orElseThrow()).isGreaterThan(18);
    assertThat(Arrays.stream(levels).min().orElseThrow()).isLessThan(12);
    assertThat(draw(new ChannelNoise(new UniformNoise(2, 2), new NormalNoise(0)), 3, 2))
        .containsOnly(2f);
  }

  @Test
  void refusesWhatIsNoDistribution() {
    assertThatThrownBy(() -> new NormalNoise(-1))
        .hasMessage(
            "NormalNoise: deviation must be at least 0, but it is -1. To fix: set a value that is allowed.");
    assertThatThrownBy(() -> new UniformNoise(1, 0.5))
        .hasMessageContaining(
            "UniformNoise: high must be a finite number that is at least low, 1.0, but it is 0.5.");
  }
}
