package org.normscape.bench.trainer.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.normscape.nn.Statistics;
import org.normscape.params.Parameters;

/** A normalization of activations by a layer of libtorch that DJL does not have. */
final class ScriptedNormalization implements LibtorchNormalization {

  private final List<String> learned;
  private final UnaryOperator<NDList> function;

  /**
   * @param expression in TorchScript, of {@code x [n,c,h,w]} and of what is learned
   * @param learned the names of the parameters
   */
  ScriptedNormalization(NDManager manager, String expression, String... learned) {
    this.learned = List.of(learned);
    this.function = compiled(manager, expression, learned);
  }

  /** A function of {@code x} and of what is learned. */
  static UnaryOperator<NDList> compiled(NDManager manager, String expression, String... learned) {
    List<String> arguments = Stream.concat(Stream.of("x"), Stream.of(learned)).toList();
    return new TorchScript(arguments, List.of("return [%s]".formatted(expression)))
        .compile(manager);
  }

  @Override
  public NDArray normalized(
      Parameters<NDArray> parameters, Parameters<NDArray> state, NDArray x, Statistics statistics) {
    NDList arguments = new NDList(x);
    learned.forEach(name -> arguments.add(parameters.get(name)));
    return function.apply(arguments).singletonOrThrow();
  }
}
