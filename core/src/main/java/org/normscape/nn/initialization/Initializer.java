package org.normscape.nn.initialization;

import org.normscape.ir.Shape;
import org.normscape.random.RandomStream;

/** How a parameter starts. Implementations are records. */
public interface Initializer {

  /** The starting values, row-major, drawn from {@code random} alone. */
  double[] values(Shape shape, RandomStream random);
}
