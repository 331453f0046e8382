package org.normscape.probe.structure;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.normscape.ir.Contraction;
import org.normscape.ir.Elementwise;
import org.normscape.ir.Equation;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.ir.Var;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.objective.Arguments;
import org.normscape.objective.Evaluation;
import org.normscape.objective.Objective;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;

/**
 * An objective written into the program of its arguments, in which layers can be found. It is
 * written before anything else is, so that what is found are the layers of the network.
 *
 * @param objective what was written
 * @param at on what
 * @param evaluation what it gives
 */
public record Written(Objective objective, Arguments<Tensor> at, Evaluation evaluation) {

  /** What {@link org.normscape.nn.Residual} calls the way around its branch. */
  private static final String SHORTCUT = "shortcut";

  /** Writes an objective on arguments by the paths of {@link #arguments}. */
  public static Written of(
      Objective objective, Parameters<Tensor> arguments, Statistics statistics) {
    Arguments<Tensor> at = Arguments.of(arguments);
    return new Written(objective, at, objective.evaluate(at.point(), at.batch(), statistics));
  }

  /** The types of the arguments. */
  public static Parameters<TensorType> arguments(Objective objective, Statistics statistics) {
    return new Arguments<>(objective.types(), objective.arguments(statistics)).named();
  }

  /** The layers that multiply what comes in with a parameter of theirs, by the parameter's path. */
  public Parameters<LinearUse> linear() {
    Parameters<Tensor> weights =
        at.point()
            .parameters()
            .where((path, value) -> objective.parameters().get(path).role() == Role.WEIGHT);
    Map<Var, Equation> products = new LinkedHashMap<>();
    Trace trace = evaluation.loss().trace();
    for (Equation equation : trace.equations()) {
      if (equation.operation() instanceof Contraction && equation.inputs().size() == 2) {
        products.putIfAbsent(equation.inputs().get(1), equation);
      }
    }
    Map<String, LinearUse> found = new LinkedHashMap<>();
    weights
        .byPath()
        .forEach(
            (path, weight) -> {
              Equation product = products.get(weight.var());
              if (product != null) {
                found.put(path, LinearUse.of(product, trace));
              }
            });
    return new Parameters<>(found);
  }

  /** The batch normalizations by the statistics of the batch, by the path of their activation. */
  public Parameters<BatchNormUse> batchNorms() {
    Map<String, BatchNormUse> found = new LinkedHashMap<>();
    evaluation
        .activations()
        .byPath()
        .forEach(
            (path, value) -> BatchNormUse.giving(value).ifPresent(use -> found.put(path, use)));
    return new Parameters<>(found);
  }

  /** The residual blocks, by the path of the activation that branch and shortcut add up to. */
  public Parameters<ResidualUse> residuals() {
    Map<String, ResidualUse> found = new LinkedHashMap<>();
    Parameters<LinearUse> linear = linear();
    evaluation
        .activations()
        .where((path, value) -> hasLayers(path, linear))
        .byPath()
        .forEach(
            (path, value) ->
                ResidualUse.giving(value, shortcuts(path)).ifPresent(use -> found.put(path, use)));
    return new Parameters<>(found);
  }

  /** Whether layers stand under a path: a normalization that adds its input has none. */
  private boolean hasLayers(String path, Parameters<LinearUse> linear) {
    return evaluation.activations().under(path).size() > 0 || linear.under(path).size() > 0;
  }

  /** What can come in beside the branch of a layer with this path. */
  private Set<Var> shortcuts(String path) {
    Set<Var> shortcuts = new HashSet<>();
    at.batch()
        .where((input, value) -> objective.batch().find(input).isPresent())
        .values()
        .forEach(input -> shortcuts.add(input.var()));
    evaluation
        .activations()
        .where((other, value) -> !isWithin(other, path) || other.equals(path + "." + SHORTCUT))
        .values()
        .forEach(activation -> shortcuts.add(activation.var()));
    return shortcuts;
  }

  private static boolean isWithin(String other, String path) {
    return other.equals(path) || other.startsWith(path + ".");
  }

  /** The linear layer whose output, with or without a bias, a batch normalization normalizes. */
  public Optional<LinearUse> before(BatchNormUse norm) {
    Var input = norm.input().var();
    List<Var> biased =
        norm.input().definition().filter(Written::isSum).map(Equation::inputs).orElse(List.of());
    return linear().values().stream()
        .filter(use -> use.output().var().equals(input) || biased.contains(use.output().var()))
        .findFirst();
  }

  private static boolean isSum(Equation equation) {
    return equation.operation().equals(new Elementwise.Add());
  }

  /** The paths of {@link #linear}, with the types of the weights. */
  public static Parameters<TensorType> linearLayers(Objective objective, Statistics statistics) {
    return NamedProgram.trace(
            arguments(objective, statistics),
            tensors -> of(objective, tensors, statistics).linear().map(LinearUse::weight))
        .results();
  }

  /** The paths of {@link #residuals}, with the types of their sums. */
  public static Parameters<TensorType> residualBlocks(Objective objective, Statistics statistics) {
    return NamedProgram.trace(
            arguments(objective, statistics),
            tensors -> of(objective, tensors, statistics).residuals().map(ResidualUse::branch))
        .results();
  }

  /** The paths of {@link #batchNorms}, with the types of their inputs. */
  public static Parameters<TensorType> batchNormLayers(Objective objective) {
    Statistics batch = Statistics.BATCH_FROZEN_RUNNING;
    return NamedProgram.trace(
            arguments(objective, batch),
            tensors -> of(objective, tensors, batch).batchNorms().map(BatchNormUse::input))
        .results();
  }
}
