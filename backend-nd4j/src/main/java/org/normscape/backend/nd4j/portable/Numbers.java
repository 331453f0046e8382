package org.normscape.backend.nd4j.portable;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;

/** Numbers of the host in other types. */
final class Numbers {

  private Numbers() {}

  /** A row of these numbers, each converted to the type. */
  static Row row(DataType dtype, double[] values) {
    return switch (dtype) {
      case DOUBLE -> Row.of(values);
      case FLOAT -> Row.of(floats(values));
      default -> Row.of(Arrays.stream(values).mapToInt(v -> (int) v).toArray());
    };
  }

  /** The same numbers as float64. */
  static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
