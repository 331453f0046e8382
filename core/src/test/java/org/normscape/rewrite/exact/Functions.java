package org.normscape.rewrite.exact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.normscape.check.Numbers;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.rewrite.Rewrite;

/** Programs of one elementary function. */
final class Functions {

  /** Exponents, from where each power is 1 to where each is 0 or infinite. */
  static final double[] EXPONENTS = {
    2, -1, 0.5, -0.5, 3, -2, 0.25, 1.5, 0.1, -1.7, Math.PI, 100.5, 1e-3, 1e5, 0x1p40, 1e-20, -1e18
  };

  /** All functions, by name. */
  static final Map<String, UnaryOperator<Tensor>> ALL = all();

  private Functions() {}

  private static Map<String, UnaryOperator<Tensor>> all() {
    Map<String, UnaryOperator<Tensor>> all = new LinkedHashMap<>();
    all.put("exp", Tensor::exp);
    all.put("log", Tensor::log);
    all.put("tanh", Tensor::tanh);
    all.put("sigmoid", Tensor::sigmoid);
    all.put("softplus", Tensor::softplus);
    all.put("erf", Tensor::erf);
    all.put("reciprocal_sqrt", Tensor::reciprocalSqrt);
    DoubleStream.of(EXPONENTS).forEach(y -> all.put("power " + y, x -> x.power(y)));
    return all;
  }

  /** The function of a vector, written out. */
  static Program program(UnaryOperator<Tensor> function, int size) {
    Program program =
        Trace.program(List.of(TensorType.float64(size)), x -> List.of(function.apply(x.get(0))));
    return Rewrite.rewrite(program, List.of(new ElementaryFunctions()));
  }

  /** Its values on the reference backend. */
  static double[] values(UnaryOperator<Tensor> function, double... points) {
    return Numbers.run(program(function, points.length), List.of(points)).get(0);
  }
}
