package org.normscape.experiments.train;

import java.util.Collections;
import java.util.List;
import org.normscape.experiments.spec.ModelSpec;
import org.normscape.experiments.spec.NormalizationSpec;
import org.normscape.experiments.spec.OptimizerSpec;
import org.normscape.experiments.spec.OptimizerSpec.ScheduleSpec;
import org.normscape.experiments.spec.OptimizerSpec.WeightDecaySpec;
import org.normscape.model.DeepLinear;
import org.normscape.model.Model;
import org.normscape.model.MultilayerPerceptron;
import org.normscape.model.ResNet;
import org.normscape.model.Vgg;
import org.normscape.nn.Distribution;
import org.normscape.nn.Glorot;
import org.normscape.nn.He;
import org.normscape.nn.Initializer;
import org.normscape.nn.Layer;
import org.normscape.nn.activation.Relu;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.LayerNorm;
import org.normscape.norm.None;
import org.normscape.norm.Normalization;
import org.normscape.norm.NormalizationScheme;
import org.normscape.optim.Constant;
import org.normscape.optim.Cosine;
import org.normscape.optim.Descent;
import org.normscape.optim.Momentum;
import org.normscape.optim.Nesterov;
import org.normscape.optim.Optimizer;
import org.normscape.optim.Schedule;
import org.normscape.optim.Sgd;
import org.normscape.optim.StepDecay;
import org.normscape.optim.WeightDecay;

/** What a specification names, as values of core. */
final class Networks {

  private Networks() {}

  /** The network of a model and a normalization, for images and this many classes. */
  static Layer network(ModelSpec model, NormalizationSpec normalization, int classes) {
    return model(model).network(new NormalizationScheme(normalization(normalization)), classes);
  }

  private static Model model(ModelSpec model) {
    Initializer initializer = initializer(model.initializer());
    if (model instanceof ModelSpec.Vgg vgg) {
      return new Vgg(vgg.variant(), vgg.width(), initializer);
    }
    if (model instanceof ModelSpec.Resnet resnet) {
      return new ResNet(resnet.depth(), resnet.width(), initializer);
    }
    if (model instanceof ModelSpec.Mlp mlp) {
      List<Integer> hidden = Collections.nCopies(mlp.layers(), mlp.units());
      return new MultilayerPerceptron(hidden, new Relu(), initializer);
    }
    ModelSpec.DeepLinear linear = (ModelSpec.DeepLinear) model;
    return new DeepLinear(linear.layers(), linear.units(), initializer);
  }

  private static Normalization normalization(NormalizationSpec spec) {
    if (spec instanceof NormalizationSpec.BatchNorm batchNorm) {
      return new BatchNorm(
          -1,
          batchNorm.epsilon(),
          batchNorm.decay(),
          batchNorm.runningVariance(),
          batchNorm.affine());
    }
    if (spec instanceof NormalizationSpec.LayerNorm layerNorm) {
      return new LayerNorm(layerNorm.epsilon(), layerNorm.affine());
    }
    return new None();
  }

  private static Initializer initializer(ModelSpec.InitializerSpec spec) {
    return switch (spec) {
      case GLOROT_UNIFORM -> new Glorot(Distribution.UNIFORM);
      case GLOROT_NORMAL -> new Glorot(Distribution.NORMAL);
      case HE_UNIFORM -> new He(Distribution.UNIFORM);
      case HE_NORMAL -> new He(Distribution.NORMAL);
    };
  }

  /** Everything that moves a network. */
  static Descent descent(OptimizerSpec spec) {
    WeightDecaySpec decay = spec.weightDecay();
    return new Descent(
        rule(spec),
        spec.learningRate(),
        schedule(spec.schedule()),
        new WeightDecay(decay.factor(), decay.appliesTo()));
  }

  private static Optimizer rule(OptimizerSpec spec) {
    if (spec instanceof OptimizerSpec.Momentum momentum) {
      return new Momentum(momentum.momentum());
    }
    if (spec instanceof OptimizerSpec.Nesterov nesterov) {
      return new Nesterov(nesterov.momentum());
    }
    return new Sgd();
  }

  private static Schedule schedule(ScheduleSpec spec) {
    if (spec instanceof ScheduleSpec.Step step) {
      return new StepDecay(step.at(), step.factor());
    }
    return spec instanceof ScheduleSpec.Cosine ? new Cosine() : new Constant();
  }
}
