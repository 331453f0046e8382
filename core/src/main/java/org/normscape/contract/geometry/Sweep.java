package org.normscape.contract.geometry;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.normscape.contract.Question;
import org.normscape.ir.Stride;
import org.normscape.random.RandomStream;

/** Questions about many geometries. */
public final class Sweep {

  private static final long SMALL = 1_000_000;
  private static final long LARGE = 20_000_000;
  private static final int BLOCK = 8;
  private static final int TILE = 4;
  private static final int PRODUCT = 100;
  private static final int REPEATS = 2;

  private Sweep() {}

  /**
   * Small geometries nobody thought of: the same for the same seed.
   *
   * @param seed where they are drawn from
   * @param count how many
   */
  public static List<Question> random(long seed, int count) {
    Draw draw = new Draw(RandomStream.of(seed, "random geometries"), SMALL);
    return questions(Stream.generate(draw::any).limit(count));
  }

  /**
   * The long sweep: every pair of channels around the multiples of 8, every kernel with every
   * stride and padding, every extent of an image in every batch, every pair of matrix extents
   * around the multiples of 4; what is not said is drawn.
   *
   * @param seed where the rest is drawn from
   */
  public static List<Question> everything(long seed) {
    Draw draw = new Draw(RandomStream.of(seed, "all geometries"), LARGE);
    return questions(
        Stream.of(channels(draw), windows(draw), images(draw), products(draw))
            .flatMap(geometries -> geometries));
  }

  private static List<Question> questions(Stream<Geometry> geometries) {
    return geometries.distinct().<Question>map(GeometryQuestion::new).toList();
  }

  private static Stream<Geometry> channels(Draw draw) {
    List<Integer> channels = around(BLOCK, Draw.CHANNELS);
    return channels.stream().flatMap(in -> channels.stream().map(out -> draw.convolution(in, out)));
  }

  private static Stream<Geometry> windows(Draw draw) {
    return numbers(Draw.KERNEL)
        .flatMap(
            height ->
                numbers(Draw.KERNEL)
                    .flatMap(
                        width ->
                            numbers(Draw.STRIDE)
                                .flatMap(stride -> windows(draw, height, width, stride))));
  }

  private static Stream<Geometry> windows(Draw draw, int height, int width, int stride) {
    return IntStream.range(0, Draw.PADDINGS)
        .boxed()
        .map(kind -> draw.window(height, width, Stride.of(stride), kind))
        .flatMap(window -> Stream.of(draw.convolution(window), draw.pool(window)));
  }

  private static Stream<Geometry> images(Draw draw) {
    return numbers(Draw.IMAGE)
        .flatMap(extent -> Draw.BATCHES.stream().map(batch -> draw.convolutionOf(batch, extent)));
  }

  private static Stream<Geometry> products(Draw draw) {
    List<Integer> extents = around(TILE, PRODUCT);
    return extents.stream()
        .flatMap(
            rows ->
                extents.stream().flatMap(columns -> repeated(() -> draw.product(rows, columns))));
  }

  private static Stream<Geometry> repeated(Supplier<Geometry> source) {
    return Stream.generate(source).limit(REPEATS);
  }

  private static Stream<Integer> numbers(int most) {
    return IntStream.rangeClosed(1, most).boxed();
  }

  /** The numbers up to {@code most} that are multiples of a block, or next to one. */
  private static List<Integer> around(int block, int most) {
    return IntStream.rangeClosed(1, most)
        .filter(number -> number <= 3 || number == most || (number + 1) % block <= 2)
        .boxed()
        .toList();
  }
}
