package org.normscape.experiments.report.figure;

import java.util.List;
import java.util.Optional;
import org.normscape.experiments.report.figure.Figure.Panel;
import org.normscape.experiments.report.metrics.Metrics;

/** Loss and accuracy along training: Figure 1 of Santurkar et al., 2018, with the loss added. */
record TrainingCurves() implements FigureKind {

  @Override
  public String name() {
    return "training-curves";
  }

  @Override
  public Optional<Figure> draw(Metrics metrics) {
    CellPanels cells = new CellPanels(metrics);
    List<Panel> panels =
        Figure.drawable(
            List.of(
                cells.line("Training loss", "loss of the training batch", "train_loss"),
                cells.line("Training accuracy", "accuracy on the training batch", "train_accuracy"),
                cells.line("Test accuracy", "accuracy on the test set", "test_accuracy")));
    if (panels.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Figure(
            name(),
            "Training",
            Envelope.CAPTION,
            cells.legend(),
            panels,
            List.of("train_loss", "train_accuracy", "test_loss", "test_accuracy")));
  }
}
