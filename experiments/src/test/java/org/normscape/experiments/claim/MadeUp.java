package org.normscape.experiments.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.normscape.experiments.claim.evidence.CellSettings;
import org.normscape.experiments.claim.evidence.Measurable;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.report.Declared;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantities;
import org.normscape.probe.TrainingQuantities;

/** A run with made-up numbers of the quantities m, n and, along ε and layers, k. */
final class MadeUp {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Quantities QUANTITIES =
      new Quantities(
          List.of(
              TrainingQuantities.TRAIN_LOSS,
              TrainingQuantities.DIVERGED,
              Axes.EPSILON,
              Axes.LAYER,
              Declared.of("m"),
              Declared.of("n"),
              Declared.of("k").along(Axes.EPSILON, Axes.LAYER)));

  private final List<Series> series = new ArrayList<>();
  private String status = "complete";

  /** Values of a quantity at the steps 0, 1, 2 … */
  MadeUp with(String cell, long seed, String metric, Map<String, Double> at, Double... values) {
    series.add(
        new Series(
            cell,
            seed,
            metric,
            at,
            IntStream.range(0, values.length)
                .mapToObj(step -> new Series.Sample(step, values[step]))
                .toList()));
    return this;
  }

  MadeUp with(String cell, long seed, String metric, Double... values) {
    return with(cell, seed, metric, Map.of(), values);
  }

  MadeUp ended(String how) {
    status = how;
    return this;
  }

  RunRecord run() {
    ObjectNode config = JSON.createObjectNode();
    ArrayNode cells = config.putArray("cells");
    rate(cells, "a", 0.1);
    rate(cells, "b", 0.2);
    rate(cells, "c", 0.4);
    JsonNode provenance = JSON.createObjectNode().put("status", status);
    return new RunRecord(Path.of("run"), config, provenance, new Metrics(series, QUANTITIES));
  }

  private static void rate(ArrayNode cells, String name, double rate) {
    cells.addObject().put("name", name).putObject("optimizer").put("learning-rate", rate);
  }

  /** What a run can be asked for. */
  static Measurable measurable() {
    return new Measurable(
        QUANTITIES,
        CellSettings.of(new MadeUp().run().config().path("cells")),
        Map.of("a", Set.of("conv1", "conv2", "conv2.weight")));
  }

  /** A claim as a file says it. */
  static Claim claim(String hocon) {
    return Binder.of(MadeUp.class.getClassLoader())
        .bind(ConfigFactory.parseString("sentence = s, " + hocon).root(), Claim.class);
  }

  Verdict judge(String hocon) {
    Claim claim = claim(hocon);
    claim.check("claims.0", measurable());
    return new Judge(run()).judge(claim);
  }
}
