package org.normscape.experiments.report.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.report.figure.Figure;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.spec.ClaimSpec;

/**
 * What the configuration of a run says about its report.
 *
 * @param figures what is drawn
 * @param claims what is judged
 */
public record Reported(List<Figure> figures, List<ClaimSpec> claims) {

  /** Nothing to draw and nothing to judge. */
  public Reported() {
    this(List.of(), List.of());
  }

  public Reported {
    figures = List.copyOf(figures);
    claims = List.copyOf(claims);
  }

  /**
   * What a run's configuration says.
   *
   * @throws org.normscape.experiments.UserError when it says what cannot be
   */
  static Reported of(RunRecord run, Binder binder) {
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    for (String key : List.of("figures", "claims")) {
      JsonNode value = run.config().path(key);
      Stream.of(value).filter(JsonNode::isArray).forEach(list -> said.set(key, list));
    }
    Reported reported = binder.parse(said.toString(), run.name() + "/config.json", Reported.class);
    reported.figures.forEach(figure -> figure.check(run.metrics().quantities()));
    reported.claims.forEach(claim -> Claims.check(claim, run.metrics().quantities()));
    return reported;
  }
}
