package org.normscape.backend.nd4j.window;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.backend.nd4j.fusion.Binary;
import org.normscape.backend.nd4j.fusion.Loops;
import org.normscape.backend.nd4j.memory.Lane;
import org.normscape.backend.nd4j.memory.Register;
import org.normscape.backend.nd4j.memory.Scratch;
import org.normscape.backend.nd4j.plan.Handle;
import org.normscape.backend.nd4j.plan.PlanStep;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.backend.nd4j.plan.View;
import org.normscape.backend.nd4j.plan.Workers;
import org.normscape.ir.Overlap;
import org.normscape.ir.Shape;
import org.normscape.ir.WindowShape;

/**
 * Writes down windows that look for the largest element under them: the first NaN, if there is one.
 * One row of places at a time, in the nearest cache; padding is stepped over.
 */
public final class Windows {

  private static final int WORTH_SHARING = 1 << 16;

  private final Recorder recorder;

  /** Loops that this recorder writes down. */
  public Windows(Recorder recorder) {
    this.recorder = recorder;
  }

  /**
   * Where a window goes on images {@code [n,h,w,c]}, and the results {@code [n,h',w',c]}.
   *
   * @param window extents, strides and paddings, in pixels
   * @param image the shape of the images
   * @param pooled the shape of the results
   */
  public record Site(WindowShape window, Shape image, Shape pooled) {

    int images() {
      return image.dim(0);
    }

    int channels() {
      return image.dim(3);
    }

    /** The number of elements in one image. */
    int pixels() {
      return image.size() / images();
    }

    /** The number of elements in one row of an image. */
    int line() {
      return image.dim(2) * channels();
    }

    /** The number of rows of places on one image. */
    int rows() {
      return pooled.dim(1);
    }

    /** The number of elements in one row of places. */
    int row() {
      return pooled.dim(2) * channels();
    }

    /** The row of the image that lies under a row of the window. */
    int under(int row, int windowRow) {
      return row * window.stride().height() + windowRow - window.padding().top();
    }

    boolean isInside(int line) {
      return line >= 0 && line < image.dim(1);
    }

    /** What each column of the window lies on. */
    List<Column> columns() {
      return IntStream.range(0, window.kernelWidth()).mapToObj(b -> Column.of(this, b)).toList();
    }
  }

  /** The elements of a line of the image that lie under one column of the window. */
  static final class Column {

    private final int first;
    private final int[] pixels;

    private Column(int first, int[] pixels) {
      this.first = first;
      this.pixels = pixels;
    }

    private static Column of(Site site, int windowColumn) {
      WindowShape window = site.window();
      Overlap across =
          Overlap.of(
              windowColumn,
              window.stride().width(),
              window.padding().left(),
              site.image().dim(2),
              site.pooled().dim(2));
      int c = site.channels();
      int step = window.stride().width() * c;
      int[] pixels = new int[across.count() * c];
      Arrays.setAll(pixels, i -> across.pixel() * c + i / c * step + i % c);
      return new Column(across.place() * c, pixels);
    }

    /** The first element of a row of places that meets one. */
    int first() {
      return first;
    }

    /** Where on the line the ones lie that the elements from the first on meet. */
    int[] pixels() {
      return pixels;
    }
  }

  /** The largest element at each place. */
  public void max(Site site, View image, View z) {
    List<Column> columns = site.columns();
    add(
        site,
        List.of(image),
        z,
        (in, out, i) -> {
          RowOfPlaces row = new RowOfPlaces(site, columns, image.dtype());
          for (int r = 0; r < site.rows(); r++) {
            row.max(in.get(0), i, r);
            out.write((i * site.rows() + r) * site.row(), row.values(), 0, site.row());
          }
        });
  }

  /** Adds the values at the first maximum of each place. */
  public void scatter(Site site, View image, View values, View z) {
    List<Column> columns = site.columns();
    add(
        site,
        List.of(image, values),
        z,
        (in, out, i) -> {
          RowOfPlaces row = new RowOfPlaces(site, columns, image.dtype());
          row.sums().fill(0, 0, site.pixels());
          for (int r = 0; r < site.rows(); r++) {
            row.search(in.get(0), i, r);
            row.readValues(in.get(1), i, r);
            row.addValues();
          }
          out.write(i * site.pixels(), row.sums(), 0, site.pixels());
        });
  }

  /** The values that stand at the first maximum of each place. */
  public void gather(Site site, View image, View values, View z) {
    List<Column> columns = site.columns();
    add(
        site,
        List.of(image, values),
        z,
        (in, out, i) -> {
          RowOfPlaces row = new RowOfPlaces(site, columns, image.dtype());
          in.get(1).read(i * site.pixels(), row.sums(), 0, site.pixels());
          for (int r = 0; r < site.rows(); r++) {
            row.search(in.get(0), i, r);
            row.takeValues();
            out.write((i * site.rows() + r) * site.row(), row.values(), 0, site.row());
          }
        });
  }

  private interface Work {
    void run(List<Lane> in, Lane out, int image);
  }

  private void add(Site site, List<View> inputs, View z, Work work) {
    recorder.add(
        new PlanStep(
            inputs.stream().map(View::slot).toList(),
            List.of(z.slot()),
            List.of(),
            binding -> {
              List<Handle> in = binding.handles(inputs);
              Handle out = binding.handle(z);
              return () -> run(site, in, out, work, binding.workers());
            }));
  }

  private static void run(Site site, List<Handle> in, Handle out, Work work, Workers workers) {
    List<Lane> from = in.stream().map(Handle::lane).toList();
    Lane to = out.lane();
    if (site.image().size() < WORTH_SHARING) {
      IntStream.range(0, site.images()).forEach(i -> work.run(from, to, i));
    } else {
      workers.share(site.images(), i -> work.run(from, to, i));
    }
  }

  /** The search for the first maximum at each place of one row, in registers of the thread. */
  private static final class RowOfPlaces {

    private final Site site;
    private final List<Column> columns;
    private final Register line;
    private final Register tallest;
    private final Register values;
    private final Register sums;
    private final Winners winners;

    RowOfPlaces(Site site, List<Column> columns, DataType dtype) {
      Scratch scratch = Scratch.own();
      this.site = site;
      this.columns = columns;
      this.line = scratch.register(dtype, 0, site.line());
      this.tallest = scratch.register(dtype, 1, site.line());
      this.values = scratch.register(dtype, 2, site.row());
      this.sums = scratch.register(dtype, 3, site.pixels());
      this.winners = Winners.own();
    }

    Register values() {
      return values;
    }

    /** As many numbers as one image has. */
    Register sums() {
      return sums;
    }

    /** Lets the values be the largest pixels: of each column first, then of the window. */
    void max(Lane images, int image, int row) {
      tallest.fill(Double.NEGATIVE_INFINITY, 0, site.line());
      for (int a = 0; a < site.window().kernelHeight(); a++) {
        if (read(images, image, site.under(row, a))) {
          Binary.MAXIMUM.run(tallest, line, tallest, site.line());
        }
      }
      values.fill(Double.NEGATIVE_INFINITY, 0, site.row());
      columns.forEach(column -> Loops.raise(tallest, column.pixels(), values, column.first()));
    }

    /** Finds where the largest pixels stand; meets every pixel, the last of the window first. */
    void search(Lane images, int image, int row) {
      winners.clear(site.row());
      for (int a = site.window().kernelHeight() - 1; a >= 0; a--) {
        int y = site.under(row, a);
        if (read(images, image, y)) {
          for (int b = columns.size() - 1; b >= 0; b--) {
            Column column = columns.get(b);
            winners.meet(line, column.pixels(), y * site.line(), column.first());
          }
        }
      }
    }

    /** Reads a line, if it is on the image. */
    private boolean read(Lane images, int image, int y) {
      if (site.isInside(y)) {
        images.read(image * site.pixels() + y * site.line(), line, 0, site.line());
        return true;
      }
      return false;
    }

    void readValues(Lane from, int image, int row) {
      from.read((image * site.rows() + row) * site.row(), values, 0, site.row());
    }

    void addValues() {
      winners.scatter(values, sums, site.row());
    }

    void takeValues() {
      winners.gather(sums, values, site.row());
    }
  }
}
