package org.normscape.rewrite.exact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.normscape.ir.Elementwise;
import org.normscape.ir.Operation;
import org.normscape.ir.Tensor;
import org.normscape.ir.Trace;
import org.normscape.rewrite.Rewrite;

/**
 * {@code exp}, {@code log}, {@code tanh}, {@code sigmoid}, {@code softplus}, {@code erf}, {@code
 * reciprocal_sqrt} and {@code power} as fixed sequences of operations that IEEE 754 rounds
 * correctly: {@code + − × ÷ √}, comparisons and selections.
 *
 * <p>Inputs are {@link Form#CANONICAL}, results {@link Form#RAW}. The bits of a result are the same
 * on a backend that keeps denormals and on one that flushes them: an intermediate that could be
 * denormal is either scaled first, or added to something so much larger that it does not count.
 * Infinities, zeros and NaN give what {@link Math} has them give.
 *
 * <p>The largest errors found are 0.5001 ulp for {@code log} and {@code reciprocal_sqrt}, 0.67 ulp
 * for {@code exp}, {@code sigmoid}, {@code softplus} and {@code power}, 0.81 ulp for {@code tanh}
 * and 0.94 ulp for {@code erf}, as long as results are at least 2<sup>−969</sup> in magnitude;
 * below, the unit is 2<sup>−1021</sup>. The methods are the classical ones: reduction by multiples
 * of ln 2 in two parts (Cody and Waite), error-free sums and products (Dekker, Knuth, Veltkamp),
 * series for what is left (J.-M. Muller, Elementary Functions, 3rd edition, 2016).
 */
public final class ElementaryFunctions implements Rewrite {

  private static final Map<Class<? extends Elementwise.Unary>, UnaryOperator<Tensor>> FUNCTIONS =
      Map.of(
          Elementwise.Exp.class, ElementaryFunctions::exp,
          Elementwise.Log.class, ElementaryFunctions::log,
          Elementwise.Tanh.class, ElementaryFunctions::tanh,
          Elementwise.Sigmoid.class, Logistic::sigmoid,
          Elementwise.Softplus.class, Logistic::softplus,
          Elementwise.Erf.class, ErrorFunction::of,
          Elementwise.ReciprocalSqrt.class, ElementaryFunctions::reciprocalSqrt);

  @Override
  public Optional<List<Tensor>> apply(Trace trace, Operation operation, List<Tensor> inputs) {
    return operation instanceof Elementwise.Unary unary
        ? written(unary, inputs.get(0)).map(List::of)
        : Optional.empty();
  }

  private static Optional<Tensor> written(Elementwise.Unary operation, Tensor x) {
    return operation instanceof Elementwise.Power power
        ? Optional.of(PowerFunction.of(x, power.exponent()))
        : Optional.ofNullable(FUNCTIONS.get(operation.getClass())).map(f -> f.apply(x));
  }

  /** e<sup>x</sup>; beyond the bounds it is infinite or 0. */
  static Tensor exp(Tensor x) {
    return Exponential.of(Rounding.atLeast(Rounding.atMost(x, 710), -746)).rounded();
  }

  /** log x; of a negative number, NaN. */
  static Tensor log(Tensor x) {
    Tensor finite = Logarithm.of(x).rounded();
    Tensor positive = x.equalTo(x.filled(Double.POSITIVE_INFINITY)).select(x, finite);
    return x.equalTo(x.zeros()).select(x.filled(Double.NEGATIVE_INFINITY), positive);
  }

  /**
   * tanh x: (1 − E) / (1 + E) with E = e<sup>−2|x|</sup> and the sign of x. Beyond 20 it is 1, and
   * below 2<sup>−28</sup> it is x.
   */
  static Tensor tanh(Tensor x) {
    Tensor magnitude = x.absolute();
    Exponential exponential = Exponential.of(Rounding.atMost(magnitude, 20).times(-2));
    Tensor power = Binade.power(exponential.exponent(), 58);
    DoubleDouble e = exponential.significand().scaledBy(power);
    Tensor one = x.filled(1);
    Tensor result =
        DoubleDouble.orderedDifference(one, e).dividedBy(DoubleDouble.orderedSum(one, e));
    Tensor signed = x.zeros().greater(x).select(x.zeros().minus(result), result);
    return x.filled(0x1p-28).greater(magnitude).select(x, signed);
  }

  /** 1 / √x: the remainder of a short square root, then that of a short quotient. */
  static Tensor reciprocalSqrt(Tensor x) {
    Balanced balanced = Balanced.of(x);
    Tensor value = balanced.value();
    Tensor root = value.sqrt();
    Tensor head = DoubleDouble.head(root);
    Tensor tail = value.minus(head.times(head)).dividedBy(head.plus(root));
    Tensor reciprocal = root.filled(1).dividedBy(root);
    Tensor quotient = DoubleDouble.head(reciprocal);
    Tensor remainder = root.filled(1).minus(quotient.times(head)).minus(quotient.times(tail));
    Tensor finite =
        quotient.plus(remainder.times(reciprocal)).times(balanced.choose(0x1p-30, 0x1p30));
    Tensor positive = x.equalTo(x.filled(Double.POSITIVE_INFINITY)).select(x.zeros(), finite);
    return x.equalTo(x.zeros()).select(x.filled(Double.POSITIVE_INFINITY), positive);
  }
}
