package org.normscape.probe.line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.objective.Arguments;
import org.normscape.objective.Point;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/**
 * Points on a Bézier curve through the parameters, by de Casteljau's algorithm: two control points
 * make the segment {@code (1 − α) θ₀ + α θ₁}, three the curve {@code (1 − α)² θ₀ + 2α(1 − α) θ₁ +
 * α² θ₂}. State is mixed as parameters are.
 */
final class CurvePoints implements AutoCloseable {

  private static final String CONTROL = "control-";
  private static final String ALPHA = "alpha";

  private final Backend backend;
  private final Numerics numerics;
  private final Point<TensorType> types;
  private final TensorType scalar;
  private final Map<Integer, NamedExecutable> byControls = new HashMap<>();

  /** Compiles nothing before a curve with so many control points is met. */
  CurvePoints(Backend backend, Numerics numerics, Point<TensorType> types, TensorType scalar) {
    this.backend = backend;
    this.numerics = numerics;
    this.types = types;
    this.scalar = scalar;
  }

  /** The point of a curve at α, which belongs to the owner. */
  Point<Array> at(double alpha, List<Point<Array>> controls, Owner owner) {
    try (Array place = backend.array(scalar, alpha)) {
      Parameters<Array> arguments = Parameters.of(ALPHA, place);
      for (int i = 0; i < controls.size(); i++) {
        arguments = arguments.and(named(controls.get(i)).within(CONTROL + i));
      }
      NamedExecutable program = byControls.computeIfAbsent(controls.size(), this::compiled);
      return Arguments.of(program.run(arguments, owner)).point();
    }
  }

  private NamedExecutable compiled(int controls) {
    Parameters<TensorType> arguments = Parameters.of(ALPHA, scalar);
    for (int i = 0; i < controls; i++) {
      arguments = arguments.and(named(types).within(CONTROL + i));
    }
    return NamedProgram.trace(arguments, at -> written(at, controls)).compile(backend, numerics);
  }

  private static Parameters<Tensor> written(Parameters<Tensor> at, int controls) {
    List<Parameters<Tensor>> points = new ArrayList<>();
    for (int i = 0; i < controls; i++) {
      points.add(at.under(CONTROL + i));
    }
    return casteljau(points, at.get(ALPHA));
  }

  /** Writes the point at α: neighbours are mixed until one is left. */
  static Parameters<Tensor> casteljau(List<Parameters<Tensor>> controls, Tensor alpha) {
    List<Parameters<Tensor>> left = controls;
    while (left.size() > 1) {
      List<Parameters<Tensor>> mixed = new ArrayList<>();
      for (int i = 0; i + 1 < left.size(); i++) {
        mixed.add(mixed(left.get(i), left.get(i + 1), alpha));
      }
      left = mixed;
    }
    return left.get(0);
  }

  private static Parameters<Tensor> mixed(
      Parameters<Tensor> one, Parameters<Tensor> other, Tensor alpha) {
    Tensor rest = alpha.filled(1).minus(alpha);
    return one.zip(other, (x, y) -> x.scaledBy(rest).plus(y.scaledBy(alpha)));
  }

  private static <T> Parameters<T> named(Point<T> point) {
    return point.with(Parameters.none());
  }

  @Override
  public void close() {
    byControls.values().forEach(NamedExecutable::close);
  }
}
