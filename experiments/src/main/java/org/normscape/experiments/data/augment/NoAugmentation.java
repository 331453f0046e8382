package org.normscape.experiments.data.augment;

import com.google.auto.service.AutoService;
import org.normscape.component.Word;
import org.normscape.ir.Shape;
import org.normscape.random.RandomStream;

/** Every input is shown as it is. */
@AutoService(Augmentation.class)
@Word("none")
public record NoAugmentation() implements Augmentation {

  @Override
  public double[] vary(Shape shape, double[] input, RandomStream random) {
    return input;
  }
}
