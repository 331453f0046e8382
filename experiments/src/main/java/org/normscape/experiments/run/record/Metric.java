package org.normscape.experiments.run.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One number that was measured.
 *
 * @param cell which network of the experiment, such as {@code batch-norm}
 * @param seed the seed of its initial parameters and of its batches
 * @param step after how many updates
 * @param metric what was measured, such as {@code train_loss}
 * @param value how much; may be infinite or NaN
 * @param at where, when the metric varies inside a step, such as {@code epsilon}
 */
@JsonPropertyOrder({"cell", "seed", "step", "metric", "value", "at"})
public record Metric(
    String cell,
    long seed,
    int step,
    String metric,
    double value,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> at) {

  public Metric {
    at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
  }
}
