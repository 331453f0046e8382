package org.normscape.contract.geometry;

import java.util.List;
import java.util.function.Supplier;
import org.normscape.ir.Contraction.MatMul;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.WindowShape;
import org.normscape.random.RandomStream;

/** Draws geometries: numbers near those at which kernels change what they do. */
final class Draw {

  /** The largest number of channels that is looked at. */
  static final int CHANNELS = 130;

  /** The largest kernel. */
  static final int KERNEL = 7;

  /** The largest step. */
  static final int STRIDE = 3;

  /** How many kinds of padding there are: none, half, full, and uneven. */
  static final int PADDINGS = 4;

  /** The largest extent of an image. */
  static final int IMAGE = 33;

  private static final int PRODUCT = 196;

  /** The numbers of examples that are looked at. */
  static final List<Integer> BATCHES = List.of(1, 2, 3, 64);

  private static final List<Integer> BLOCKS = List.of(8, 16, 32, 64);
  private static final List<Integer> TILES = List.of(4, 8, 16, 48);

  private final RandomStream random;
  private final long work;

  /**
   * A source of geometries.
   *
   * @param random where they are drawn from
   * @param work the most work of one of them
   */
  Draw(RandomStream random, long work) {
    this.random = random;
    this.work = work;
  }

  private <T> T one(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private int upTo(int most) {
    return 1 + random.nextInt(most);
  }

  private boolean every(int times) {
    return random.nextInt(times) == 0;
  }

  /** A number at, or next to, a multiple of a block: where a kernel has a tail to finish. */
  private int near(List<Integer> blocks, int most) {
    int block = one(blocks);
    int multiple = block * upTo(most / block);
    return Math.max(1, Math.min(most, multiple - 2 + random.nextInt(5)));
  }

  /** A number of channels. */
  int channels() {
    return every(4) ? upTo(CHANNELS) : near(BLOCKS, CHANNELS);
  }

  /** An extent of an image, most often a small one. */
  private int extent() {
    return every(4) ? upTo(IMAGE) : upTo(9);
  }

  /** The first that takes no more than the most work. */
  private Geometry affordable(Supplier<Geometry> source) {
    Geometry drawn = source.get();
    while (drawn.work() > work) {
      drawn = source.get();
    }
    return drawn;
  }

  /** Any geometry: most are convolutions. */
  Geometry any() {
    return switch (random.nextInt(5)) {
      case 0 -> pool();
      case 1 -> product();
      default -> convolution();
    };
  }

  /** A convolution. */
  Geometry convolution() {
    return affordable(() -> convolution(channels(), channels(), window()));
  }

  /** A convolution from so many channels to so many. */
  Geometry convolution(int in, int out) {
    return affordable(() -> convolution(in, out, window()));
  }

  /** A convolution with this filter. */
  Geometry convolution(WindowShape window) {
    return affordable(() -> convolution(channels(), channels(), window));
  }

  /** A convolution of that many square images. */
  Geometry convolutionOf(int batch, int extent) {
    return affordable(() -> convolutionOf(batch, extent, window()));
  }

  private Geometry convolutionOf(int batch, int extent, WindowShape window) {
    Shape images = image(channels(), window).with(0, batch).with(1, extent).with(2, extent);
    return Windows.fits(images, window)
        ? new ConvolutionGeometry(images, window, channels())
        : convolutionOf(batch, extent, window());
  }

  private Geometry convolution(int in, int out, WindowShape window) {
    return new ConvolutionGeometry(image(in, window), window, out);
  }

  /** Pooling. */
  Geometry pool() {
    return affordable(() -> pool(window()));
  }

  /** Pooling with this window, less the padding that would leave it without a value. */
  Geometry pool(WindowShape window) {
    WindowShape touching =
        Windows.touches(window)
            ? window
            : new WindowShape(
                window.kernelHeight(), window.kernelWidth(), window.stride(), Padding.NONE);
    return new PoolGeometry(image(channels(), touching), touching);
  }

  /** A matrix product. */
  Geometry product() {
    return affordable(() -> product(near(TILES, PRODUCT), near(TILES, PRODUCT)));
  }

  /** A matrix product with a result of this size. */
  Geometry product(int rows, int columns) {
    MatMul sides = new MatMul(every(2), every(2));
    return new ProductGeometry(sides, rows, every(8) ? 1 : near(TILES, PRODUCT), columns);
  }

  /** An image that the window fits into. */
  private Shape image(int channels, WindowShape window) {
    Padding p = window.padding();
    int height = Math.max(extent(), window.kernelHeight() - p.top() - p.bottom());
    int width = Math.max(extent(), window.kernelWidth() - p.left() - p.right());
    return Shape.of(every(8) ? one(BATCHES) : upTo(3), height, width, channels);
  }

  private WindowShape window() {
    int height = upTo(every(4) ? KERNEL : 3);
    int width = every(4) ? upTo(KERNEL) : height;
    int down = upTo(STRIDE);
    int across = every(4) ? upTo(STRIDE) : down;
    return window(height, width, new Stride(down, across), random.nextInt(PADDINGS));
  }

  /** A window with a padding of one kind. */
  WindowShape window(int height, int width, Stride stride, int kind) {
    return new WindowShape(height, width, stride, padding(height, width, kind));
  }

  private Padding padding(int height, int width, int kind) {
    return switch (kind) {
      case 0 -> Padding.NONE;
      case 1 -> new Padding((height - 1) / 2, height / 2, (width - 1) / 2, width / 2);
      case 2 -> new Padding(height - 1, height - 1, width - 1, width - 1);
      default ->
          new Padding(
              random.nextInt(height),
              random.nextInt(height),
              random.nextInt(width),
              random.nextInt(width));
    };
  }
}
