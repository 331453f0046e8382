package org.normscape.objective;

import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;

/**
 * What an objective gives at a point.
 *
 * @param loss a scalar
 * @param output what the network says of each example, such as logits {@code [n, classes]}
 * @param state the state afterwards, by the paths of the point's
 * @param metrics further scalars by name, such as {@code accuracy}
 */
public record Evaluation(
    Tensor loss, Tensor output, Parameters<Tensor> state, Parameters<Tensor> metrics) {}
