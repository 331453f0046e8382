package org.normscape.experiments.data.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.normscape.component.InvalidComponent;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.augment.None;
import org.normscape.experiments.data.source.FashionMnist;
import org.normscape.experiments.data.source.GaussianLinearMap;

/** What is used of a data set, and what a run says that it used. */
final class SamplingTest {

  private static final DataContext CONTEXT =
      new DataContext(Optional.empty(), Map.of(), Path.of("nowhere"), 1);

  @Test
  void whatWasUsedIsSaidInPlaceOfWhatWasAskedFor() {
    Sampling asked = new Sampling();
    Dataset data = asked.load(CONTEXT);
    assertThat(asked.of(data, CONTEXT))
        .isEqualTo(new Sampling(new FashionMnist(), 5_000, 1_000, 128, new None()));
  }

  @Test
  void batchesFitWhatIsAskedForAndWhatThereIs() {
    assertThatThrownBy(() -> new Sampling(new FashionMnist(), 100, 50, 101, new None()))
        .isInstanceOf(InvalidComponent.class)
        .hasMessage(
            "Sampling: batch must be in [1, 100], the number of training examples, but it is 101. To fix: take a smaller batch or more examples.");
    Sampling large = new Sampling(new GaussianLinearMap(), 2_000, 1_000, 1_001, new None());
    assertThatThrownBy(() -> large.of(large.load(CONTEXT), CONTEXT))
        .isInstanceOf(InvalidComponent.class)
        .hasMessageContaining("batch must be in [1, 1000]");
    Sampling whole = new Sampling(new GaussianLinearMap(), 2_000, 1_000, 1_000, new None());
    Dataset data = whole.load(CONTEXT);
    assertThat(Batches.training(data, whole.augmentation(), whole.batch(), 1).perEpoch())
        .isEqualTo(1);
  }
}
