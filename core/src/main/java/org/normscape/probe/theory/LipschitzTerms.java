package org.normscape.probe.theory;

import java.util.ArrayList;
import java.util.List;
import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;
import org.normscape.probe.structure.BatchNormUse;

/** The terms of Theorem 4.1 as a program writes them, and as they are read, channel by channel. */
final class LipschitzTerms {

  private LipschitzTerms() {}

  /**
   * Writes them.
   *
   * @param g the gradient behind the normalization
   * @param u the gradient before it
   */
  static Parameters<Tensor> write(BatchNormUse norm, Tensor g, Tensor u) {
    return Parameters.of("gradient", norm.inner(g, g))
        .and("sum", norm.sum(g))
        .and("correlation", norm.inner(g, norm.normalized()))
        .and("left", norm.inner(u, u))
        .and("scale", norm.scale())
        .and("deviation2", norm.squaredDeviation());
  }

  /**
   * Reads them.
   *
   * @param read what a program gave for one normalization
   * @param size how many elements its input has
   */
  static List<Lipschitz.Channel> read(Parameters<double[]> read, int size) {
    int channels = read.get("left").length;
    int elements = size / channels;
    List<Lipschitz.Channel> each = new ArrayList<>();
    for (int c = 0; c < channels; c++) {
      double scale = read.get("scale")[c];
      double sum = read.get("sum")[c];
      double correlation = read.get("correlation")[c];
      each.add(
          new Lipschitz.Channel(
              read.get("left")[c],
              read.get("gradient")[c],
              sum * sum / elements,
              correlation / Math.sqrt(elements),
              scale * scale / read.get("deviation2")[c]));
    }
    return each;
  }
}
