package org.normscape.experiments.spec;

import java.util.List;
import org.normscape.experiments.claim.effect.Effect;
import org.normscape.experiments.config.kind.Noun;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.augment.Augmentation;
import org.normscape.experiments.report.figure.Plot;
import org.normscape.linalg.box.BoxSearch;
import org.normscape.linalg.trace.TraceEstimator;
import org.normscape.model.Model;
import org.normscape.model.residual.ResidualBlock;
import org.normscape.nn.Layer;
import org.normscape.nn.PaddingPolicy;
import org.normscape.nn.activation.Activation;
import org.normscape.nn.initialization.Initializer;
import org.normscape.nn.loss.Loss;
import org.normscape.norm.Normalization;
import org.normscape.norm.conditional.AffineSource;
import org.normscape.norm.place.Sites;
import org.normscape.optim.Optimizer;
import org.normscape.optim.Schedule;
import org.normscape.probe.Probe;
import org.normscape.probe.When;
import org.normscape.probe.curvature.CurvatureMatrix;
import org.normscape.probe.direction.Direction;
import org.normscape.probe.grid.Grid;
import org.normscape.probe.point.OtherPoint;

/**
 * The interfaces whose kinds an experiment can name. A kind is added by a record that implements
 * one of them, here or in any jar; a line is added here only for a new interface.
 */
public final class Vocabulary {

  private Vocabulary() {}

  /** The words for those interfaces, in the order in which they are listed. */
  public static List<Noun> nouns() {
    return List.of(
        new Noun("normalizations", Normalization.class),
        new Noun("affines", AffineSource.class),
        new Noun("sites", Sites.class),
        new Noun("models", Model.class),
        new Noun("blocks", ResidualBlock.class),
        new Noun("layers", Layer.class),
        new Noun("activations", Activation.class),
        new Noun("paddings", PaddingPolicy.class),
        new Noun("initializers", Initializer.class),
        new Noun("losses", Loss.class),
        new Noun("optimizers", Optimizer.class),
        new Noun("schedules", Schedule.class),
        new Noun("data", DataSource.class),
        new Noun("augmentations", Augmentation.class),
        new Noun("probes", Probe.class),
        new Noun("directions", Direction.class),
        new Noun("points", OtherPoint.class),
        new Noun("grids", Grid.class),
        new Noun("matrices", CurvatureMatrix.class),
        new Noun("estimators", TraceEstimator.class),
        new Noun("searches", BoxSearch.class),
        new Noun("times", When.class),
        new Noun("figures", Plot.class),
        new Noun("effects", Effect.class));
  }

  /** The interfaces. */
  public static List<Class<?>> families() {
    return nouns().stream().<Class<?>>map(Noun::family).toList();
  }
}
