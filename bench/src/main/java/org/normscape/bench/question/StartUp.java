package org.normscape.bench.question;

import java.util.List;
import org.normscape.backend.Numerics;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Effort;
import org.normscape.bench.measure.FirstRun;
import org.normscape.bench.measure.Question;
import org.normscape.bench.measure.Work;
import org.normscape.bench.trainer.Setting;
import org.normscape.model.Vgg;
import org.normscape.norm.BatchNorm;

/** How long from the start of Java to the end of the first training step? */
final class StartUp implements Question {

  @Override
  public String name() {
    return "start-up";
  }

  @Override
  public String sentence() {
    return "How long from the start of Java to the end of the first training step?";
  }

  @Override
  public List<Case> cases(Effort scale) {
    Setting setting =
        Setting.vgg(
            Vgg.Variant.VGG_A, scale.of(64, 8), new BatchNorm(), scale.of(128, 8), Numerics.FAST);
    return Workloads.contenders(Work.uncounted(setting.title()), setting, FirstRun::new);
  }
}
