package org.normscape.norm.response;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Stateless;
import org.normscape.norm.ActivationNormalization;
import org.normscape.norm.Affine;
import org.normscape.norm.Channels;
import org.normscape.norm.Normalization;
import org.normscape.norm.place.Unit;
import org.normscape.params.Parameters;

/**
 * Filter response normalization (Singh and Krishnan, "Filter response normalization layer:
 * eliminating batch dependence in the training of deep neural networks", 2020, equations 1 to 3):
 * each channel of each example {@code [n, …, c]} is divided by its root mean square over the m
 * places,
 *
 * <pre>
 *   y = x / √(Σ x² / m + |epsilon|) · scale + shift
 * </pre>
 *
 * <p>In a network the activation function behind it becomes the paper's {@link ThresholdedLinear}.
 * Where m = 1, on rows {@code [n, c]}, y is nearly the sign of x: the paper learns epsilon there,
 * from 1e-4.
 *
 * <p>Parameters: {@code scale} and {@code shift}, {@code [c]}, and {@code epsilon}, {@code [c]}, if
 * it is learned.
 *
 * @param epsilon what is added to the mean square, or where it starts; at least 0
 * @param filterEpsilon whether epsilon is learned
 * @param filterActivation which activation function follows where a network has one
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 * @see "timm: FilterResponseNormTlu2d(c, eps = epsilon)"
 */
@AutoService({Normalization.class, Layer.class})
public record FilterResponseNorm(
    double epsilon, FilterEpsilon filterEpsilon, FilterActivation filterActivation, Affine affine)
    implements ActivationNormalization, Stateless {

  public FilterResponseNorm {
    Components.notNegative(FilterResponseNorm.class, "epsilon", epsilon);
  }

  /** The paper's for images: a fixed epsilon of 1e-6, with thresholded linear units. */
  public FilterResponseNorm() {
    this(1e-6, FilterEpsilon.FIXED, FilterActivation.THRESHOLDED_LINEAR, Affine.WITH);
  }

  @Override
  public Unit normalize(Unit unit) {
    return filterActivation.of(unit.withNormalization(this));
  }

  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    Shape channels = Channels.of(input, FilterResponseNorm.class);
    return affine.parameters(channels).and(filterEpsilon.parameters(epsilon, channels));
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    return affine.apply(parameters, filterEpsilon.standardized(epsilon, parameters, x));
  }
}
