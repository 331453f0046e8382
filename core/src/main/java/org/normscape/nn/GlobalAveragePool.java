package org.normscape.nn;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;

/** The mean of each channel over each image: {@code [n,h,w,c] → [n,c]}. */
@AutoService(Layer.class)
public record GlobalAveragePool() implements Fixed {

  private static final List<Integer> PLACES = List.of(1, 2);

  @Override
  public Shape output(Shape input) {
    Inputs.images(this, input);
    return input.without(PLACES);
  }

  @Override
  public Tensor apply(Tensor x) {
    return x.mean(PLACES);
  }
}
