package org.normscape.experiments.data.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.augment.NoAugmentation;
import org.normscape.experiments.data.augment.PadCropFlip;
import org.normscape.experiments.data.source.Stripes;

/**
 * Order, standardization and augmentation give the bits that they gave when images could only be
 * 32×32×3: recorded runs, and the digests of exact ones, hang on them.
 */
final class UnchangedBitsTest {

  private static final int[] STEPS = {0, 1, 2, 11, 12, 13, 30};

  @ParameterizedTest
  @CsvSource({
    "200, 50, 16, 3,"
        + "18907d210168d493f9c5235389d78a10d9563a274c7ed3624dfaf23812033b74,"
        + "e970cf252317ad813524597d0a8ea4b164866d3ca9b6458ed9194c4428d4cf02,"
        + "529706b2d0ce0489e9f8cff08edb38829d5dcddafae8f0b57c854374839f7915",
    "1024, 256, 32, 1,"
        + "dbb26877647acc69f18b844f368ed8572f747b74532551e09d267a18707f450a,"
        + "377d3ae51ee5b32af1b33c5d590eb9198188a2de068377ffff6f47b9d8b90370,"
        + "11b2f3c2eb110e205b4e4c13c630df51d7d123220c27e5680b10554fe0217f93"
  })
  void stripes(
      int train, int test, int size, long seed, String plain, String varied, String tested) {
    Dataset data = new Stripes(2_000, 400).draw(1).first(train, test);
    assertThat(Bits.of(Batches.training(data, new NoAugmentation(), size, seed), STEPS))
        .isEqualTo(plain);
    assertThat(Bits.of(Batches.training(data, new PadCropFlip(), size, seed), STEPS))
        .isEqualTo(varied);
    Batches tests = Batches.testing(data, size, seed);
    assertThat(Bits.of(List.of(tests.range(0, size), tests.range(size, 2 * size))))
        .isEqualTo(tested);
  }
}
