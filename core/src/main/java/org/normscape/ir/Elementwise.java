package org.normscape.ir;

import static org.normscape.ir.ShapeException.unless;

import java.util.List;
import java.util.Optional;

/**
 * Primitives that act on each element alone; all inputs share one floating-point type.
 *
 * <p>Comparisons give 1 where they hold and 0 elsewhere, in the type of their inputs.
 */
public sealed interface Elementwise extends Primitive {

  @Override
  default TensorType type(List<TensorType> in) {
    unless(
        in.stream().distinct().count() == 1,
        this,
        in,
        "all inputs must have one type",
        "call broadcast(...) or cast(...) explicitly");
    unless(
        in.get(0).dtype().isFloating(),
        this,
        in,
        "inputs must be floating-point",
        "call cast(...)");
    return in.get(0);
  }

  /** Elementwise operations on one input. */
  sealed interface Unary extends Elementwise {
    @Override
    default int arity() {
      return 1;
    }
  }

  /** Elementwise operations on two inputs. */
  sealed interface Binary extends Elementwise {
    @Override
    default int arity() {
      return 2;
    }
  }

  /** {@code x + y}. */
  record Add() implements Binary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.to(ct, ct);
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.add(in.get(0), in.get(1));
    }
  }

  /** {@code x - y}. */
  record Subtract() implements Binary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.to(ct, ct.negate());
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.subtract(in.get(0), in.get(1));
    }
  }

  /** {@code x * y}. */
  record Multiply() implements Binary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.to(ct.times(in.get(1)), ct.times(in.get(0)));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.multiply(in.get(0), in.get(1));
    }
  }

  /** {@code x / y}. */
  record Divide() implements Binary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      Tensor flow = ct.dividedBy(in.get(1));
      return Flow.to(flow, flow.times(y).negate());
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.divide(in.get(0), in.get(1));
    }
  }

  /**
   * The larger of {@code x} and {@code y}; NaN where either is NaN. The cotangent goes to {@code x}
   * where {@code x >= y}, and to {@code y} elsewhere.
   */
  record Maximum() implements Binary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      Tensor first = in.get(0).greaterOrEqual(in.get(1));
      return Flow.to(first.select(ct, ct.zeros()), first.select(ct.zeros(), ct));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.maximum(in.get(0), in.get(1));
    }
  }

  /**
   * The smaller of {@code x} and {@code y}; NaN where either is NaN. The cotangent goes to {@code
   * x} where {@code y >= x}, and to {@code y} elsewhere.
   */
  record Minimum() implements Binary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      Tensor first = in.get(1).greaterOrEqual(in.get(0));
      return Flow.to(first.select(ct, ct.zeros()), first.select(ct.zeros(), ct));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.minimum(in.get(0), in.get(1));
    }
  }

  /** 1 where {@code x > y}, else 0. */
  record Greater() implements Binary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.none(in);
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.greater(in.get(0), in.get(1));
    }
  }

  /** 1 where {@code x >= y}, else 0. */
  record GreaterOrEqual() implements Binary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.none(in);
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.greaterOrEqual(in.get(0), in.get(1));
    }
  }

  /** 1 where {@code x == y}, else 0. */
  record Equal() implements Binary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.none(in);
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.equal(in.get(0), in.get(1));
    }
  }

  /**
   * {@code x} where {@code mask} is not 0, else {@code y}; what is not chosen has no influence on
   * the value.
   *
   * <p>Nor does it receive anything but 0 in a derivative. But what it was computed from receives
   * that 0 times a derivative, which is NaN where the derivative is infinite or NaN: at 0, {@code
   * (x > 0).select(√x, 0)} has the derivative NaN. So it is the operand that has to be chosen, such
   * that the derivative exists wherever it is computed: {@code (x > 0).select(√((x > 0).select(x,
   * 1)), 0)}.
   */
  record Select() implements Elementwise {
    @Override
    public int arity() {
      return 3;
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      Tensor mask = in.get(0);
      return List.of(
          Optional.empty(),
          Optional.of(mask.select(ct, ct.zeros())),
          Optional.of(mask.select(ct.zeros(), ct)));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.select(in.get(0), in.get(1), in.get(2));
    }
  }

  /** {@code -x}. */
  record Negate() implements Unary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.to(ct.negate());
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.negate(in.get(0));
    }
  }

  /** {@code |x|}; its derivative at 0 is 0. */
  record Absolute() implements Unary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.to(ct.times(in.get(0).sign()));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.absolute(in.get(0));
    }
  }

  /** -1, 0 or 1: the sign of {@code x}; NaN where {@code x} is NaN. */
  record Sign() implements Unary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.none(in);
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.sign(in.get(0));
    }
  }

  /** {@code e^x}. */
  record Exp() implements Unary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.to(ct.times(y));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.exp(in.get(0));
    }
  }

  /** The natural logarithm of {@code x}. */
  record Log() implements Unary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.to(ct.dividedBy(in.get(0)));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.log(in.get(0));
    }
  }

  /** The square root of {@code x}. */
  record Sqrt() implements Unary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.to(ct.times(0.5).dividedBy(y));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.sqrt(in.get(0));
    }
  }

  /** {@code 1 / sqrt(x)}. */
  record ReciprocalSqrt() implements Unary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.to(ct.times(y.times(y).times(y)).times(-0.5));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.reciprocalSqrt(in.get(0));
    }
  }

  /**
   * {@code x} to a constant power; {@code x⁰} is 1 for all x, and its derivative 0, at 0 too.
   *
   * @param exponent the power, any finite number
   */
  record Power(double exponent) implements Unary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      if (exponent == 0) {
        return Flow.none(in);
      }
      return Flow.to(ct.times(in.get(0).power(exponent - 1)).times(exponent));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.power(in.get(0), exponent);
    }
  }

  /**
   * The hyperbolic tangent of {@code x}. Its derivative is {@code 1 − y²}, said as {@code (1 + |y|)
   * · 2σ(−2|x|)} where {@code |x| > 1}: there y² is so near to 1 that the difference would lose its
   * digits.
   */
  record Tanh() implements Unary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      Tensor magnitude = in.get(0).absolute();
      Tensor tail = y.absolute().plus(1).times(magnitude.times(-2).sigmoid().times(2));
      Tensor slope = magnitude.greater(y.filled(1)).select(tail, y.times(y).negate().plus(1));
      return Flow.to(ct.times(slope));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.tanh(in.get(0));
    }
  }

  /**
   * {@code σ(x) = 1 / (1 + e^-x)}. Its derivative is {@code σ(x) σ(−x)}, which keeps its digits
   * where {@code 1 − σ(x)} would lose them.
   */
  record Sigmoid() implements Unary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.to(ct.times(y.times(in.get(0).negate().sigmoid())));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.sigmoid(in.get(0));
    }
  }

  /** {@code log(1 + e^x)}. */
  record Softplus() implements Unary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.to(ct.times(in.get(0).sigmoid()));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.softplus(in.get(0));
    }
  }

  /** The error function {@code 2/√π ∫₀ˣ e^{−t²} dt}. Its derivative is {@code 2/√π e^{−x²}}. */
  record Erf() implements Unary {

    private static final double SLOPE = 2 / Math.sqrt(Math.PI);

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      Tensor x = in.get(0);
      return Flow.to(ct.times(x.times(x).negate().exp().times(SLOPE)));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.erf(in.get(0));
    }
  }

  /**
   * {@code x} in another floating-point type, rounded to nearest; integers are made floating.
   *
   * @param dtype the type of the result
   */
  record Cast(DType dtype) implements Unary {
    @Override
    public TensorType type(List<TensorType> in) {
      unless(dtype.isFloating(), this, in, "must cast to a floating-point type", "use arg_max");
      return in.get(0).withDType(dtype);
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      DType from = in.get(0).type().dtype();
      return from.isFloating() ? Flow.to(ct.cast(from)) : Flow.none(in);
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.cast(in.get(0), dtype);
    }
  }

  /**
   * {@code x}, through which no cotangent flows. Allowed only where the result is identically
   * independent of {@code x}, not merely stationary: otherwise second derivatives are wrong.
   */
  record StopGradient() implements Unary {
    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.none(in);
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.stopGradient(in.get(0));
    }
  }
}
