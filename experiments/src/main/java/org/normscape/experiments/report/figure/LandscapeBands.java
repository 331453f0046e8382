package org.normscape.experiments.report.figure;

import java.util.List;
import java.util.Optional;
import org.normscape.experiments.report.figure.Figure.Axis;
import org.normscape.experiments.report.figure.Figure.Panel;
import org.normscape.experiments.report.metrics.Metrics;

/**
 * The loss band, the gradient predictiveness and the effective smoothness along training: Figure 4
 * of Santurkar et al., "How Does Batch Normalization Help Optimization?", 2018.
 */
record LandscapeBands() implements FigureKind {

  @Override
  public String name() {
    return "landscape-bands";
  }

  @Override
  public Optional<Figure> draw(Metrics metrics) {
    CellPanels cells = new CellPanels(metrics);
    Panel loss = cells.band("(a) Loss landscape", "loss L(θ − εg), all ε", "loss_band");
    if (loss.heights().findAny().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Figure(
            name(),
            "The landscape along the gradient",
            "At each probed step, (a) the range of the loss over the step lengths ε, (b) the range of the distance between the gradient there and here, (c) the largest ratio of that distance to the length of the step. Compare Figure 4 of Santurkar et al., 2018. "
                + Envelope.CAPTION,
            cells.legend(),
            Figure.drawable(
                List.of(
                    loss.withY(Axis.of(loss.y().label(), Scale.LOGARITHMIC)),
                    cells.band(
                        "(b) Gradient predictiveness",
                        "‖∇L(θ − εg) − g‖₂, all ε",
                        "gradient_difference"),
                    cells.line(
                        "(c) “Effective” β-smoothness",
                        "max ‖∇L(θ − εg) − g‖₂ / (ε‖g‖₂)",
                        "effective_beta_max"))),
            List.of(
                "loss_band_low",
                "loss_band_high",
                "gradient_difference_low",
                "gradient_difference_high",
                "effective_beta_max")));
  }
}
