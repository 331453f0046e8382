package org.normscape.probe.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.normscape.params.Parameters;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;

/**
 * What {@link SmoothnessTheorem} found at one point.
 *
 * @param layers one for each batch normalization that was looked at, by path
 */
public record Smoothness(Parameters<Layer> layers) implements Measurement {

  /**
   * One batch normalization.
   *
   * @param together along the gradient in all channels
   * @param alone along the gradient in one channel, for some
   */
  public record Layer(Terms together, List<Terms> alone) {

    public Layer {
      alone = List.copyOf(alone);
    }

    private double share(Predicate<Terms> test) {
      return alone.stream().filter(test).count() / (double) alone.size();
    }
  }

  /**
   * The terms of the equality, along the gradient u before the normalization in some channels.
   *
   * @param square {@code ‖u‖²}
   * @param left {@code uᵀ(∂²L/∂y∂y)u}
   * @param curvature {@code vᵀHv}, which is {@code γ²/σ² uᵀHu} where ε is 0
   * @param alignment what is subtracted from it: {@code γ/(m σ²)⟨g,ŷ⟩‖u‖²} where ε is 0
   * @param printed the same without what ε changes
   * @param gradient {@code ‖g‖²}
   * @param plain {@code gᵀHg}
   * @param scaledPlain {@code γ²/s² gᵀHg}, by the scale of the one channel or the mean scale
   * @param correlation {@code ⟨g,ŷ⟩}
   */
  public record Terms(
      double square,
      double left,
      double curvature,
      double alignment,
      double printed,
      double gradient,
      double plain,
      double scaledPlain,
      double correlation) {

    static Terms of(Parameters<double[]> found, double[] mask, int elements) {
      double square = 0;
      double alignment = 0;
      double printed = 0;
      double gradient = 0;
      double correlation = 0;
      double scale = 0;
      double channels = 0;
      for (int c = 0; c < mask.length; c++) {
        double s2 = found.get(SmoothnessProgram.DEVIATION)[c];
        double gamma = found.get(SmoothnessProgram.SCALE)[c];
        double gy = found.get(SmoothnessProgram.CORRELATION)[c];
        double uu = found.get(SmoothnessProgram.SQUARE)[c];
        double a = mask[c] * found.get(SmoothnessProgram.LEAK)[c] / elements;
        double factor = mask[c] * gamma * gy / (elements * s2);
        square += uu;
        alignment += 2 * a / Math.sqrt(s2) * uu + factor * (uu - elements * a * a);
        printed += factor * uu;
        gradient += mask[c] * found.get(SmoothnessProgram.GRADIENT)[c];
        correlation += mask[c] * gy;
        scale += mask[c] * gamma * gamma / s2;
        channels += mask[c];
      }
      double plain = found.get(SmoothnessProgram.PLAIN)[0];
      return new Terms(
          square,
          found.get(SmoothnessProgram.LEFT)[0],
          found.get(SmoothnessProgram.CURVATURE)[0],
          alignment,
          printed,
          gradient,
          plain,
          scale / channels * plain,
          correlation);
    }

    /** The right side of the equality. */
    public double right() {
      return curvature - alignment;
    }

    /** How far both sides are apart, relative to their terms. */
    public double gap() {
      return Math.abs(left - right())
          / (Math.abs(left) + Math.abs(curvature) + Math.abs(alignment));
    }

    /** Whether the second display of the theorem holds, which takes more for granted. */
    boolean isBounded() {
      return left <= scaledPlain - printed;
    }
  }

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    layers.byPath().forEach((path, layer) -> add(readings, path, layer));
    return List.copyOf(readings);
  }

  private static void add(List<Reading> readings, String path, Layer layer) {
    Terms all = layer.together();
    readings.add(Reading.of(SmoothnessQuantities.CURVATURE, path, all.left() / all.square()));
    readings.add(Reading.of(SmoothnessQuantities.FIRST, path, all.curvature() / all.square()));
    readings.add(Reading.of(SmoothnessQuantities.SECOND, path, all.alignment() / all.square()));
    readings.add(Reading.of(SmoothnessQuantities.PLAIN, path, all.plain() / all.gradient()));
    readings.add(Reading.of(SmoothnessQuantities.GAP, path, all.gap()));
    readings.add(
        Reading.of(SmoothnessQuantities.CONVEX, path, layer.share(one -> one.curvature() >= 0)));
    readings.add(
        Reading.of(SmoothnessQuantities.ALIGNED, path, layer.share(one -> one.correlation() > 0)));
    readings.add(Reading.of(SmoothnessQuantities.BOUNDED, path, layer.share(Terms::isBounded)));
  }
}
