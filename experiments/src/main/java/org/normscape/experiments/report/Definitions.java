package org.normscape.experiments.report;

import java.util.List;
import java.util.stream.Collectors;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.RunRecord;

/**
 * What the quantities of a page are. Several definitions circulate under the same names; a page
 * says which of them it shows.
 */
final class Definitions {

  private record Definition(String metric, String term, String meaning) {}

  private static final List<Definition> ALL =
      List.of(
          new Definition(
              "gradient_norm",
              "g",
              "the gradient ∇L(θ; B) of the loss L at the parameters θ on the training batch B of that step. Every quantity below is measured on the same batch, at points θ − εg, with θ and the running statistics left as they were. ε is the length of the step in units of g, as a learning rate is; the distance in parameter space is ε‖g‖₂."),
          new Definition(
              "loss_band_low",
              "Loss band",
              "from the smallest to the largest L(θ − εg; B) over the step lengths ε. It is measured along the gradient of one network, not across networks trained with several learning rates."),
          new Definition(
              "gradient_difference_low",
              "Gradient difference (“gradient predictiveness”)",
              "‖∇L(θ − εg; B) − g‖₂, from the smallest to the largest over ε. It is not the difference between the gradients of two successive batches."),
          new Definition(
              "effective_beta_max",
              "Effective β",
              "the largest ‖∇L(θ − εg; B) − g‖₂ ∕ (ε‖g‖₂) over ε: the change of the gradient per distance moved, along the gradient only. It depends on the grid of ε: where the gradient changes by its own length at every ε, it is 1 ∕ (the smallest ε). With full-batch gradient descent it has been seen to settle near 2 ∕ (learning rate), whatever the network."),
          new Definition(
              "relative_gradient_difference",
              "Relative gradient difference",
              "‖∇L(θ − εg; B) − g‖₂ ∕ ‖g‖₂, which does not change when the loss is rescaled."),
          new Definition(
              "gradient_cosine",
              "Gradient cosine",
              "the cosine of the angle between ∇L(θ − εg; B) and g."),
          new Definition(
              "train_loss",
              "Training loss and accuracy",
              "of the batch on which the step was taken, before the step."),
          new Definition(
              "test_accuracy",
              "Test loss and accuracy",
              "of the test examples that the configuration sets aside for evaluations."));

  private Definitions() {}

  /** The definitions of what was measured, and how this run was set to measure it. */
  static String html(RunRecord run) {
    Metrics metrics = run.metrics();
    String list =
        ALL.stream()
            .filter(d -> metrics.series().stream().anyMatch(s -> s.metric().equals(d.metric())))
            .map(
                d ->
                    Html.element("dt", "", Html.text(d.term()))
                        + Html.element("dd", "", Html.text(d.meaning())))
            .collect(Collectors.joining());
    return "<dl>" + list + "</dl>" + ProbeSettings.html(run.config());
  }
}
