/**
 * Training a network: what a library user calls, and what the experiments use.
 *
 * <dl>
 *   <dt>{@link org.normscape.train.Trainer}
 *   <dd>a network on its way: the point it is at, and the compiled programs that move it
 *   <dt>{@link org.normscape.train.Step}
 *   <dd>what one batch says at one point: loss, gradient, and what probes need
 *   <dt>{@link org.normscape.train.Batches}, {@link org.normscape.train.StepObserver}
 *   <dd>what a whole training is given
 *   <dt>{@link org.normscape.train.StepNoise}
 *   <dd>what layers draw at each step; where a device leaves the cores idle, drawn {@link
 *       org.normscape.train.Ahead}
 *   <dt>{@link org.normscape.train.Evaluator}
 *   <dd>loss and metrics of a network as it would be used
 *   <dt>{@link org.normscape.train.PreciseStatistics}
 *   <dd>what normalizations remember, computed anew at a point: {@link org.normscape.train.Pooling}
 * </dl>
 *
 * <p>A network learns the exclusive or:
 *
 * <pre>{@code
 * Layer network = Sequential.of(Dense.of(8), new Tanh(), Dense.of(2));
 * Objective objective =
 *     new NetworkObjective(
 *         network, new SoftmaxCrossEntropy(LossReduction.MEAN), Shape.of(4, 2), DType.FLOAT64);
 * Descent descent = new Descent(new Momentum(), 0.5, new Cosine(), new WeightDecay(1e-4));
 * List<Double> losses = new ArrayList<>();
 * try (Backend backend = Backends.open("reference");
 *     Trainer trainer = new Trainer(backend, Numerics.PRECISE, objective, descent, 7);
 *     Evaluator evaluator = new Evaluator(backend, Numerics.PRECISE, objective);
 *     Owner owner = new Owner()) {
 *   Parameters<Array> batch =
 *       owner.own(
 *           Parameters.of(
 *                   "input", backend.array(TensorType.float64(4, 2), 0, 0, 0, 1, 1, 0, 1, 1))
 *               .and("target", backend.array(TensorType.int32(4), 0, 1, 1, 0)));
 *   trainer.train(200, (step, made) -> batch, (number, step) -> losses.add(step.loss()));
 *   Parameters<Double> scores = evaluator.evaluate(trainer.point(), batch);
 *   System.out.println(losses.get(0) + " → " + losses.get(199) + ", " + scores);
 * }
 * }</pre>
 */
@NullMarked
package org.normscape.train;

import org.jspecify.annotations.NullMarked;
