package org.normscape.backend.nd4j;

import java.util.Arrays;
import java.util.List;
import org.normscape.ir.Shape;
import org.normscape.ir.WindowShape;

/**
 * Writes down windows that look for the largest element under them: the first NaN, if there is one.
 * One image at a time, in the cache; padding is stepped over.
 */
final class Windows {

  private static final int WORTH_SHARING = 1 << 16;

  private final Recorder recorder;

  Windows(Recorder recorder) {
    this.recorder = recorder;
  }

  /** Where a window goes on one image {@code [h,w,c]} of {@code count} ones. */
  record Site(WindowShape window, Shape image, Shape pooled) {

    int count() {
      return image.dim(0);
    }

    int pixels() {
      return image.size() / count();
    }

    int places() {
      return pooled.size() / count();
    }

    private int channels() {
      return image.dim(3);
    }

    private interface Tap {
      void run(int place, int pixel, int channels);
    }

    /** Meets every pixel under the window at each place, the last one of the window first. */
    void eachTap(Tap tap) {
      for (int row = window.kernelHeight() - 1; row >= 0; row--) {
        for (int column = window.kernelWidth() - 1; column >= 0; column--) {
          eachPlace(row, column, tap);
        }
      }
    }

    private void eachPlace(int row, int column, Tap tap) {
      int c = channels();
      for (int i = 0; i < pooled.dim(1); i++) {
        int y = i * window.stride().height() + row - window.padding().top();
        if (y >= 0 && y < image.dim(1)) {
          for (int j = 0; j < pooled.dim(2); j++) {
            int x = j * window.stride().width() + column - window.padding().left();
            if (x >= 0 && x < image.dim(2)) {
              tap.run((i * pooled.dim(2) + j) * c, (y * image.dim(2) + x) * c, c);
            }
          }
        }
      }
    }
  }

  /** The largest element at each place. */
  void max(Site site, View image, View z) {
    add(
        site,
        List.of(image),
        z,
        (in, out, i) -> {
          double[] x = Scratch.own().array(0, site.pixels());
          double[] best = Scratch.own().array(1, site.places());
          in.get(0).read(i * site.pixels(), x, 0, site.pixels());
          Arrays.fill(best, 0, site.places(), Double.NEGATIVE_INFINITY);
          site.eachTap((place, pixel, c) -> maximum(best, place, x, pixel, c));
          out.write(i * site.places(), best, 0, site.places());
        });
  }

  /** Adds the values at the first maximum of each place. */
  void scatter(Site site, View image, View values, View z) {
    add(
        site,
        List.of(image, values),
        z,
        (in, out, i) -> {
          int[] winners = winners(site, in.get(0), i);
          double[] v = Scratch.own().array(0, site.places());
          double[] sums = Scratch.own().array(1, site.pixels());
          in.get(1).read(i * site.places(), v, 0, site.places());
          Arrays.fill(sums, 0, site.pixels(), 0);
          for (int place = 0; place < winners.length; place++) {
            sums[winners[place]] += v[place];
          }
          out.write(i * site.pixels(), sums, 0, site.pixels());
        });
  }

  /** The values that stand at the first maximum of each place. */
  void gather(Site site, View image, View values, View z) {
    add(
        site,
        List.of(image, values),
        z,
        (in, out, i) -> {
          int[] winners = winners(site, in.get(0), i);
          double[] v = Scratch.own().array(0, site.pixels());
          double[] found = Scratch.own().array(1, site.places());
          in.get(1).read(i * site.pixels(), v, 0, site.pixels());
          for (int place = 0; place < winners.length; place++) {
            found[place] = v[winners[place]];
          }
          out.write(i * site.places(), found, 0, site.places());
        });
  }

  private interface Work {
    void run(List<Lane> in, Lane out, int image);
  }

  private void add(Site site, List<View> inputs, View z, Work work) {
    recorder.add(
        new Step(
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
      for (int i = 0; i < site.count(); i++) {
        work.run(from, to, i);
      }
    } else {
      workers.share(site.count(), i -> work.run(from, to, i));
    }
  }

  private static void maximum(double[] best, int place, double[] x, int pixel, int channels) {
    for (int c = 0; c < channels; c++) {
      best[place + c] = Math.max(best[place + c], x[pixel + c]);
    }
  }

  /** Where the first maximum of each place stands. */
  private static int[] winners(Site site, Lane image, int i) {
    double[] x = Scratch.own().array(0, site.pixels());
    double[] best = Scratch.own().array(1, site.places());
    int[] winners = new int[site.places()];
    image.read(i * site.pixels(), x, 0, site.pixels());
    Arrays.fill(best, 0, site.places(), Double.NEGATIVE_INFINITY);
    site.eachTap((place, pixel, c) -> follow(winners, best, place, x, pixel, c));
    return winners;
  }

  /** Lets pixels win that are as large as the best one so far, or NaN. */
  private static void follow(
      int[] winners, double[] best, int place, double[] x, int pixel, int channels) {
    for (int c = 0; c < channels; c++) {
      double next = x[pixel + c];
      boolean wins = next >= best[place + c] || Double.isNaN(next);
      winners[place + c] = wins ? pixel + c : winners[place + c];
      best[place + c] = Math.max(best[place + c], next);
    }
  }
}
