package org.normscape.train;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.objective.Finder;
import org.normscape.objective.Findings;
import org.normscape.objective.Need;
import org.normscape.objective.Needs;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.objective.Variants;
import org.normscape.optim.Descent;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/**
 * A network on its way: the point it is at, and the compiled programs that move it. Everything it
 * holds lives on the backend's device; only losses and metrics come back to the host. Like an
 * iterator, it is for one thread.
 *
 * <p>A step has two halves, so that anyone may look in between: {@link #step} finds the loss, its
 * gradient and what probes need, in one program; {@link #advance} moves the network, in place.
 * {@link #train} does both, for a whole training.
 */
public final class Trainer implements AutoCloseable {

  private final Backend backend;
  private final Numerics numerics;
  private final Variants variants;
  private final Descent descent;
  private final long seed;
  private final TensorType scalar;
  private final Updates updates;
  private final Map<Set<Need>, Finder> byNeeds = new HashMap<>();
  private final Map<Needs, Finder> finders = new HashMap<>();
  private long startingSeed;
  private @Nullable Place place;

  /**
   * Compiles the programs and puts a network at its starting point.
   *
   * @param objective what is minimized, but for the penalty of the weight decay
   * @param descent what moves the network, weight decay included
   * @param seed the seed of the initial parameters, and of what {@link #train} draws
   */
  public Trainer(
      Backend backend, Numerics numerics, Objective objective, Descent descent, long seed) {
    this.backend = backend;
    this.numerics = numerics;
    this.variants = Variants.of(objective, descent.weightDecay());
    this.descent = descent;
    this.seed = seed;
    this.scalar = new TensorType(objective.dtype(), Shape.SCALAR);
    Parameters<TensorType> types = objective.types().parameters();
    finder(Set.of());
    this.updates = new Updates(backend, numerics, descent.rule(), types, scalar);
    this.startingSeed = seed;
  }

  /** Where the network is: its starting point is drawn when somebody looks at it. */
  private Place place() {
    if (place == null) {
      place = startingPlace();
    }
    return place;
  }

  private Place startingPlace() {
    Objective objective = variants.bare();
    return Place.of(
        objective.initialPoint(backend, startingSeed),
        descent
            .rule()
            .state(objective.types().parameters())
            .map(type -> backend.array(type, new double[type.shape().size()])));
  }

  /** Puts the network where a training with this seed starts; nothing is compiled anew. */
  public void start(long seed) {
    moveTo(null);
    startingSeed = seed;
  }

  private void moveTo(@Nullable Place next) {
    if (place != null) {
      place.close();
    }
    place = next;
  }

  /** The objective, as it is and as it is trained. */
  public Variants variants() {
    return variants;
  }

  /** Where the network is. The arrays are lent: they stay valid until it moves. */
  public Point<Array> point() {
    return place().point();
  }

  /** What the optimizer remembers. The arrays are lent, as those of {@link #point}. */
  public Parameters<Array> memory() {
    return place().memory();
  }

  /** Moves the network to another place, whose arrays it takes over. */
  public void moveTo(Point<Array> point, Parameters<Array> memory) {
    moveTo(Place.of(point, memory));
  }

  /**
   * The loss and its gradient on a batch, by the statistics of the batch; the network does not
   * move.
   *
   * @param batch the batch, by the paths of {@link Objective#arguments}: with the noise of {@link
   *     Objective#drawNoise} where layers draw some; it stays as it is
   */
  public Step step(Parameters<Array> batch) {
    return step(batch, Set.of());
  }

  /**
   * As {@link #step(Parameters)}, and what else has to be known, found by the same program. For
   * each union of needs there is one, compiled when it is first asked for.
   *
   * @param batch as there
   * @param needs what {@link Step#found} will be asked for
   */
  public Step step(Parameters<Array> batch, Set<Need> needs) {
    Owner owner = new Owner();
    Findings findings = finder(needs).find(point(), batch, owner);
    return new Step(place(), findings, owner);
  }

  private Finder finder(Set<Need> needs) {
    return byNeeds.computeIfAbsent(Set.copyOf(needs), this::union);
  }

  private Finder union(Set<Need> needs) {
    Stream<Need> all = Stream.concat(Stream.of(Need.training()), needs.stream());
    return finders.computeIfAbsent(
        Needs.of(variants, all.toList()), union -> union.compile(backend, numerics));
  }

  /**
   * Where a step would lead; the network does not move. The arrays are the step's: they stay valid
   * until it is used up or closed.
   *
   * @param step a step from where the network is
   * @param learningRate the learning rate
   */
  public Point<Array> update(Step step, double learningRate) {
    try (Array rate = backend.array(scalar, learningRate)) {
      Updated<Array> updated = updates.aside(arguments(step, rate), step.owner());
      return new Point<>(updated.parameters(), step.state());
    }
  }

  /**
   * Moves the network one step, and uses the step up.
   *
   * @param step a step from where the network is
   * @param learningRate the learning rate, such as {@link Descent#learningRateAt} says
   * @throws IllegalArgumentException when the network has moved since the step was made
   */
  public void advance(Step step, double learningRate) {
    try (Array rate = backend.array(scalar, learningRate)) {
      Owner next = new Owner();
      Updated<Array> updated = updates.inPlace(arguments(step, rate), next);
      Parameters<Array> state = next.own(step.owner().handOver(step.state()));
      moveTo(new Place(new Point<>(updated.parameters(), state), updated.memory(), next));
    }
    step.close();
  }

  private UpdateArguments<Array> arguments(Step step, Array learningRate) {
    if (!step.isFrom(place())) {
      throw new IllegalArgumentException(
          "Trainer: a step must start from where the network is, but it has moved since. To fix: make another step.");
    }
    return new UpdateArguments<>(point().parameters(), memory(), step.gradient(), learningRate);
  }

  /**
   * Takes steps from where the network is, with noise where layers draw some, by the learning rates
   * of the descent, and ends early where a loss is not finite: there is nothing to be learned from
   * it.
   *
   * @param steps how many steps the training has
   * @param batches the batch of each
   * @param observer who looks at each step before the network moves
   * @return how many steps were taken
   */
  public int train(int steps, Batches batches, StepObserver observer) {
    try (StepNoise noise = StepNoise.of(variants.bare(), backend, seed)) {
      for (int number = 0; number < steps; number++) {
        try (Owner owner = new Owner();
            Step step = step(batches.at(number, owner).and(owner.own(noise.at(number))))) {
          observer.found(number, step);
          if (!Double.isFinite(step.loss())) {
            return number;
          }
          advance(step, descent.learningRateAt(number, steps));
        }
      }
    }
    return steps;
  }

  /** Closes the network and the programs; a second call does nothing. */
  @Override
  public void close() {
    moveTo(null);
    updates.close();
    finders.values().forEach(Finder::close);
  }
}
