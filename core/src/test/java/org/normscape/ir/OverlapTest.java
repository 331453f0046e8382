package org.normscape.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Where an element of a window meets the image is held against looking at every place. */
class OverlapTest {

  @Property
  void countsThePlacesWhoseElementLiesOnTheImage(
      @ForAll @IntRange(min = 0, max = 6) int element,
      @ForAll @IntRange(min = 1, max = 4) int stride,
      @ForAll @IntRange(min = 0, max = 5) int padding,
      @ForAll @IntRange(min = 1, max = 8) int extent,
      @ForAll @IntRange(min = 1, max = 9) int places) {
    List<Integer> met =
        IntStream.range(0, places)
            .filter(p -> p * stride + element - padding >= 0)
            .filter(p -> p * stride + element - padding < extent)
            .boxed()
            .toList();

    Overlap overlap = Overlap.of(element, stride, padding, extent, places);

    assertThat(overlap.isEmpty()).isEqualTo(met.isEmpty());
    if (!met.isEmpty()) {
      assertThat(IntStream.range(0, overlap.count()).map(i -> overlap.place() + i).boxed())
          .isEqualTo(met);
      assertThat(overlap.pixel()).isEqualTo(met.get(0) * stride + element - padding);
    }
  }
}
