package org.normscape.bench.question;

import java.util.List;
import org.normscape.bench.measure.Question;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;
import org.normscape.model.Vgg;

/** The questions there are. */
public final class Questions {

  private Questions() {}

  /** All of them, in the order in which they are listed and asked. */
  public static List<Question> all() {
    return List.of(
        TrainingStep.vgg("vgg-a", Vgg.Variant.VGG_A, 128),
        TrainingStep.vgg("vgg-a-small-batch", Vgg.Variant.VGG_A, 32),
        TrainingStep.vgg("vgg-16", Vgg.Variant.VGG_16, 128),
        TrainingStep.vgg("vgg-16-small-batch", Vgg.Variant.VGG_16, 32),
        TrainingStep.resNet("resnet-20", 20),
        TrainingStep.resNet("resnet-110", 110),
        new Dispatch(),
        new ProbePrice(),
        new ProbeRatios(),
        new HessianVectorPrice(),
        new StartUp(),
        new CompileTime(),
        new TrainingMemory(),
        Growth.width(),
        Growth.depth(),
        Growth.batch(),
        new NumericsPrice(),
        new NormalizationPrice(),
        TrainingStep.libtorchNormalizations(),
        new NoisePrice(),
        new Ceilings());
  }

  /**
   * The question with this name.
   *
   * @throws UserError when there is none
   */
  public static Question named(String name) {
    List<String> names = all().stream().map(Question::name).toList();
    return all().stream()
        .filter(question -> question.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                UserError.usage(
                    "bench: a question must be one of %s, or all, but \"%s\" was given. To fix: %s."
                        .formatted(names, name, Nearest.remedy(name, names))));
  }
}
