package org.normscape.nn.initialization;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import org.normscape.ir.Shape;
import org.normscape.random.RandomStream;

/**
 * Every element starts at one value.
 *
 * @param value that value
 */
@AutoService(Initializer.class)
public record Constant(double value) implements Initializer {

  /** Every element starts at 0. */
  public Constant() {
    this(0);
  }

  /** Every element starts at 0. */
  public static final Constant ZERO = new Constant(0);

  /** Every element starts at 1. */
  public static final Constant ONE = new Constant(1);

  @Override
  public double[] values(Shape shape, RandomStream random) {
    double[] values = new double[shape.size()];
    Arrays.fill(values, value);
    return values;
  }
}
