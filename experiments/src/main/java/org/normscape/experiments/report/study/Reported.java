package org.normscape.experiments.report.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.normscape.experiments.claim.Claim;
import org.normscape.experiments.claim.evidence.CellSettings;
import org.normscape.experiments.claim.evidence.Measurable;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.report.figure.Figure;
import org.normscape.experiments.report.metrics.RunRecord;

/**
 * What the configuration of a run says about its report.
 *
 * @param figures what is drawn
 * @param claims what is judged
 */
public record Reported(List<Figure> figures, List<Claim> claims) {

  private static final String FIGURES = "figures";
  private static final String CLAIMS = "claims";

  /** Nothing to draw and nothing to judge. */
  public Reported() {
    this(List.of(), List.of());
  }

  public Reported {
    figures = List.copyOf(figures);
    claims = List.copyOf(claims);
  }

  /**
   * What a run's configuration says. Claims in the form of earlier versions are left out.
   *
   * @throws org.normscape.experiments.UserError when it says what cannot be
   */
  static Reported of(RunRecord run, Binder binder) {
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    for (String key : hasEarlierClaims(run) ? List.of(FIGURES) : List.of(FIGURES, CLAIMS)) {
      JsonNode value = run.config().path(key);
      Stream.of(value).filter(JsonNode::isArray).forEach(list -> said.set(key, list));
    }
    Reported reported = binder.parse(said.toString(), run.name() + "/config.json", Reported.class);
    reported.figures.forEach(
        figure -> figure.check(run.metrics().quantities(), run.metrics().cells()));
    Measurable measured =
        new Measurable(
            run.metrics().quantities(), CellSettings.of(run.config().path("cells")), Map.of());
    for (int i = 0; i < reported.claims.size(); i++) {
      reported.claims.get(i).check("%s/config.json: claims.%s".formatted(run.name(), i), measured);
    }
    return reported;
  }

  /** Whether a run was made when claims were two cells, a comparison and a threshold. */
  static boolean hasEarlierClaims(RunRecord run) {
    return StreamSupport.stream(run.config().path(CLAIMS).spliterator(), false)
        .anyMatch(claim -> claim.has("threshold") && !claim.has("effect"));
  }
}
