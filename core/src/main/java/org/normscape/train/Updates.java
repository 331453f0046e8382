package org.normscape.train;

import org.jspecify.annotations.Nullable;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.optim.Optimizer;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/**
 * An update rule, compiled for parameters of some types: once so that it writes in place, and, when
 * asked for, once so that it leaves everything as it is.
 */
final class Updates implements AutoCloseable {

  private final Backend backend;
  private final Numerics numerics;
  private final NamedProgram program;
  private final NamedExecutable inPlace;
  private @Nullable NamedExecutable aside;

  /**
   * Compiles an update.
   *
   * @param types those of the parameters, by path
   * @param scalar the type of the learning rate
   */
  Updates(
      Backend backend,
      Numerics numerics,
      Optimizer rule,
      Parameters<TensorType> types,
      TensorType scalar) {
    UpdateArguments<TensorType> arguments =
        new UpdateArguments<>(types, rule.state(types), types, scalar);
    this.backend = backend;
    this.numerics = numerics;
    this.program =
        NamedProgram.trace(
            arguments.named(), tensors -> write(rule, UpdateArguments.of(tensors)).named());
    this.inPlace = program.compileDonating(backend, numerics, arguments.usedUp());
  }

  private static Updated<Tensor> write(Optimizer rule, UpdateArguments<Tensor> in) {
    Optimizer.Update update =
        rule.update(in.parameters(), in.gradient(), in.memory(), in.learningRate());
    return new Updated<>(update.parameters(), update.state());
  }

  /** Updates, and uses up all arguments but the learning rate. */
  Updated<Array> inPlace(UpdateArguments<Array> arguments, Owner owner) {
    return Updated.of(inPlace.run(arguments.named(), owner));
  }

  /** Updates, and leaves the arguments as they are. */
  Updated<Array> aside(UpdateArguments<Array> arguments, Owner owner) {
    if (aside == null) {
      aside = program.compile(backend, numerics);
    }
    return Updated.of(aside.run(arguments.named(), owner));
  }

  @Override
  public void close() {
    inPlace.close();
    if (aside != null) {
      aside.close();
    }
  }
}
