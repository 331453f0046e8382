package org.normscape.bench.question;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.backend.Numerics;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Effort;
import org.normscape.bench.measure.PeakMemory;
import org.normscape.bench.measure.Question;
import org.normscape.bench.measure.Unit;
import org.normscape.bench.measure.Work;
import org.normscape.bench.trainer.Normalizations;
import org.normscape.bench.trainer.Setting;
import org.normscape.model.Vgg;

/** How much memory does a process need that trains? */
final class TrainingMemory implements Question {

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String sentence() {
    return "How much memory does a process need that trains VGG-A?";
  }

  @Override
  public Unit unit() {
    return Unit.BYTES;
  }

  @Override
  public List<Case> cases(Effort scale) {
    return Stream.of(Normalizations.values())
        .map(
            n ->
                Setting.vgg(
                    Vgg.Variant.VGG_A,
                    scale.of(64, 8),
                    n.normalization(),
                    scale.of(128, 8),
                    Numerics.FAST))
        .flatMap(s -> Workloads.contenders(Work.uncounted(s.title()), s, PeakMemory::new).stream())
        .toList();
  }
}
