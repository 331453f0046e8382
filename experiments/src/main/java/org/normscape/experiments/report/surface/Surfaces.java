package org.normscape.experiments.report.surface;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normscape.experiments.interchange.StructuredGrid;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.probe.Quantity;

/**
 * The surfaces of a run, {@code surfaces/<cell>/seed-<seed>/step-<step>/<axis>-<axis>.vts}: all
 * quantities that vary with the same two numbers, measured at one step.
 *
 * @param metrics what was measured
 */
public record Surfaces(Metrics metrics) {

  private static final int AXES = 2;

  /** What one file is about. */
  private record Key(String cell, long seed, int step, List<String> axes) {

    Path folder(Path all) {
      return all.resolve(cell).resolve("seed-" + seed).resolve("step-" + step);
    }

    String file() {
      return String.join("-", axes) + ".vts";
    }
  }

  /** One number of a surface. */
  private record Spot(double x, double y, String quantity, double value) {}

  /**
   * Writes them.
   *
   * @param folder made where there is a surface
   * @return how many there are
   */
  public int write(Path folder) throws IOException {
    Map<Key, List<Spot>> surfaces = surfaces();
    for (Map.Entry<Key, List<Spot>> surface : surfaces.entrySet()) {
      Path of = Files.createDirectories(surface.getKey().folder(folder));
      Files.write(of.resolve(surface.getKey().file()), grid(surface.getValue()).vts());
    }
    return surfaces.size();
  }

  private Map<Key, List<Spot>> surfaces() {
    Map<Key, List<Spot>> surfaces = new LinkedHashMap<>();
    for (Series series : metrics.series()) {
      List<String> axes =
          metrics.quantities().of(series.metric()).map(Quantity::axes).orElse(List.of());
      if (axes.size() == AXES && series.at().keySet().containsAll(axes)) {
        add(surfaces, series, axes);
      }
    }
    return surfaces;
  }

  private static void add(Map<Key, List<Spot>> surfaces, Series series, List<String> axes) {
    double x = series.at().getOrDefault(axes.get(0), Double.NaN);
    double y = series.at().getOrDefault(axes.get(1), Double.NaN);
    for (Series.Sample sample : series.samples()) {
      surfaces
          .computeIfAbsent(
              new Key(series.cell(), series.seed(), sample.step(), axes), key -> new ArrayList<>())
          .add(new Spot(x, y, series.quantity(), sample.value()));
    }
  }

  private static StructuredGrid grid(List<Spot> spots) {
    List<Double> xs = spots.stream().map(Spot::x).distinct().sorted().toList();
    List<Double> ys = spots.stream().map(Spot::y).distinct().sorted().toList();
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (Spot spot : spots) {
      values
          .computeIfAbsent(spot.quantity(), name -> nothing(xs.size() * ys.size()))
          .set(ys.indexOf(spot.y()) * xs.size() + xs.indexOf(spot.x()), spot.value());
    }
    return new StructuredGrid(xs, ys, values);
  }

  private static List<Double> nothing(int size) {
    return new ArrayList<>(Collections.nCopies(size, Double.NaN));
  }
}
