package org.normscape.experiments.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.normscape.contract.Runs;
import org.normscape.grad.Gradients;
import org.normscape.ir.DType;
import org.normscape.ir.Equation;
import org.normscape.ir.Layout;
import org.normscape.ir.Program;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.noise.Noise;
import org.normscape.nn.noise.NoiseSpec;
import org.normscape.norm.ActivationNormalization;
import org.normscape.norm.Normalization;
import org.normscape.norm.WeightNormalization;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;
import org.normscape.reference.ReferenceBackend;
import org.normscape.rewrite.Inline;
import org.normscape.rewrite.Simplify;

/**
 * What a normalization is found to be, with its defaults: on images {@code [64, 2, 1, 64]}, or on a
 * weight {@code [6, 5]}.
 *
 * @param learns the paths of what it learns
 * @param remembers the paths of what it remembers
 * @param holds the paths of what it holds constant under differentiation
 * @param unseen the changes of its input that leave its output as it is, as epsilon goes to 0
 * @param forward how many numbers it computes for an element
 * @param backward the same with the gradient by input and parameters
 */
record Facts(
    List<String> learns,
    List<String> remembers,
    List<String> holds,
    Set<Change> unseen,
    double forward,
    double backward) {

  private static final Shape IMAGES = Shape.of(64, 2, 1, 64);
  private static final Shape WEIGHT = Shape.of(6, 5);
  private static final double SAME = 1e-9;

  /** Those of a normalization, whose input and arguments are laid out by {@link Asked}. */
  static Facts of(Normalization normalization) {
    Asked asked = Asked.of(normalization);
    Asked sharp = Asked.of(WithoutEpsilon.of(normalization));
    Program forward = asked.program(in -> List.of(asked.output(in)));
    Program backward = asked.program(asked::gradient);
    return new Facts(
        asked.parameters().paths(),
        asked.state().paths(),
        asked.frozen().paths(),
        sharp.unseen(),
        perElement(forward, asked.input()),
        perElement(backward, asked.input()));
  }

  /** What moves or repeats numbers computes none. */
  private static double perElement(Program program, Shape input) {
    long numbers = 0;
    for (Equation equation : Simplify.apply(Inline.all().apply(program)).equations()) {
      if (equation.operation().getClass().getEnclosingClass() != Layout.class) {
        numbers +=
            Stream.concat(equation.inputTypes().stream(), equation.outputTypes().stream())
                .mapToLong(type -> type.shape().size())
                .max()
                .orElse(0);
      }
    }
    return (double) numbers / input.size();
  }

  /**
   * A normalization as a function of its input, with its arguments.
   *
   * @param input the shape of the input
   * @param parameters what it learns
   * @param state what it remembers
   * @param noise what is drawn for it
   * @param frozen what it holds constant
   * @param function what it writes
   */
  private record Asked(
      Shape input,
      Parameters<ParameterSpec> parameters,
      Parameters<ParameterSpec> state,
      Parameters<NoiseSpec> noise,
      Parameters<Shape> frozen,
      Function function) {

    /** What a normalization writes. */
    @FunctionalInterface
    private interface Function {
      Tensor apply(Call call, Tensor x);
    }

    static Asked of(Normalization normalization) {
      return normalization instanceof WeightNormalization ofWeights
          ? ofWeight(ofWeights)
          : ofLayer((ActivationNormalization) normalization);
    }

    private static Asked ofWeight(WeightNormalization normalization) {
      ParameterSpec weight = new ParameterSpec(WEIGHT, Role.WEIGHT, Glorot.uniform());
      return new Asked(
          WEIGHT,
          normalization.parameters(weight),
          normalization.state(weight),
          Parameters.none(),
          normalization.frozen(weight),
          (call, w) -> normalization.apply(call, w).output());
    }

    private static Asked ofLayer(Layer layer) {
      return new Asked(
          IMAGES,
          layer.parameters(IMAGES),
          layer.state(IMAGES),
          layer.noise(IMAGES),
          layer.frozen(IMAGES),
          (call, x) -> layer.apply(call, x).output());
    }

    Program program(UnaryOperator<List<Tensor>> body) {
      List<Shape> shapes = new ArrayList<>(List.of(input));
      parameters.values().forEach(spec -> shapes.add(spec.shape()));
      state.values().forEach(spec -> shapes.add(spec.shape()));
      noise.values().forEach(spec -> shapes.add(spec.shape()));
      return Trace.program(
          shapes.stream().map(shape -> new TensorType(DType.FLOAT64, shape)).toList(), body);
    }

    Tensor output(List<Tensor> in) {
      int remembered = 1 + parameters.size();
      int drawn = remembered + state.size();
      Call call =
          new Call(
              Parameters.like(parameters, in.subList(1, remembered)),
              Parameters.like(state, in.subList(remembered, drawn)),
              Parameters.like(noise, in.subList(drawn, in.size())),
              Parameters.none(),
              Statistics.BATCH_FROZEN_RUNNING);
      return function.apply(call, in.get(0));
    }

    List<Tensor> gradient(List<Tensor> in) {
      Tensor y = output(in);
      return Gradients.of(y.sum(), in.subList(0, 1 + parameters.size()));
    }

    Set<Change> unseen() {
      Program program = program(in -> List.of(output(in)));
      double[] x = RandomStream.of(1, "x").normal(input.size(), 1);
      double[] y = run(program, x);
      double size = Arrays.stream(y).map(Math::abs).max().orElseThrow();
      Set<Change> unseen = new TreeSet<>();
      for (Change change : Change.values()) {
        double[] changed = run(program, change.applied(x, input));
        double apart = 0;
        for (int i = 0; i < y.length; i++) {
          apart = Math.max(apart, Math.abs(changed[i] - y[i]));
        }
        if (apart <= SAME * size) {
          unseen.add(change);
        }
      }
      return unseen;
    }

    /** Around their first values, which are too special. */
    private double[] run(Program program, double[] x) {
      List<double[]> arguments = new ArrayList<>(List.of(x));
      for (Parameters<ParameterSpec> specs : List.of(parameters, state)) {
        specs
            .byPath()
            .forEach(
                (path, spec) -> {
                  double[] first =
                      spec.initializer().values(spec.shape(), RandomStream.of(1, path));
                  double[] moved = RandomStream.of(2, path).normal(first.length, 0.1);
                  Arrays.setAll(first, i -> first[i] + moved[i]);
                  arguments.add(first);
                });
      }
      noise
          .zip(Noise.draw(noise, 1, 1), (spec, drawn) -> drawn.toFloats(spec.shape().size()))
          .values()
          .forEach(floats -> arguments.add(doubles(floats)));
      return Runs.once(new ReferenceBackend(), program, arguments).get(0);
    }

    private static double[] doubles(float[] floats) {
      double[] doubles = new double[floats.length];
      Arrays.setAll(doubles, i -> floats[i]);
      return doubles;
    }
  }
}
