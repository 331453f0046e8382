package org.normscape.norm.example;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.composite.Standardization;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Stateless;
import org.normscape.norm.ActivationNormalization;
import org.normscape.norm.Affine;
import org.normscape.norm.ChannelGroups;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

/**
 * Group normalization (Wu and He, "Group normalization", 2018, equations 1 to 7): the channels of
 * {@code [n, …, c]} are cut into groups of neighbours, and each group of each example is
 * standardized over its m elements, those of all places and of the channels of the group,
 *
 * <pre>
 *   mean = Σ x / m        variance = Σ (x − mean)² / m
 *   y = (x − mean) / √(variance + epsilon) · scale + shift
 * </pre>
 *
 * <p>With one group it is layer normalization over whole examples, with a group for each channel
 * instance normalization. Where m = 1 the output is {@code shift}. Nothing is remembered.
 *
 * <p>Parameters: {@code scale} and {@code shift}, {@code [c]}, or {@code [groups]}.
 *
 * @param groups the number of groups, which must divide that of the channels, or is larger, where
 *     each channel is a group; at least 1
 * @param epsilon what is added to the variance, under the root; at least 0
 * @param groupAffine to what scale and shift belong
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 * @see "PyTorch: GroupNorm(groups, c, eps = epsilon)"
 * @see "Keras 3: GroupNormalization(groups, epsilon)"
 * @see "Flax: GroupNorm(num_groups = groups, epsilon)"
 * @see "timm: GroupNorm(c, num_groups = groups, eps = epsilon)"
 */
@AutoService({Normalization.class, Layer.class})
public record GroupNorm(int groups, double epsilon, GroupAffine groupAffine, Affine affine)
    implements ActivationNormalization, Stateless {

  public GroupNorm {
    Components.count(GroupNorm.class, "groups", groups);
    Components.notNegative(GroupNorm.class, "epsilon", epsilon);
  }

  /** The paper's 32 groups; epsilon 1e-5, as in PyTorch. */
  public GroupNorm() {
    this(32);
  }

  /** As in PyTorch, with so many groups: epsilon 1e-5, learned scale and shift. */
  public GroupNorm(int groups) {
    this(groups, 1e-5, Affine.WITH);
  }

  /** With a scale and a shift for each channel. */
  public GroupNorm(int groups, double epsilon, Affine affine) {
    this(groups, epsilon, GroupAffine.CHANNEL, affine);
  }

  /** ONNX' {@code GroupNormalization} of operator set 18: a scale and a shift for each group. */
  public static GroupNorm onnx18(int groups) {
    return new GroupNorm(groups, 1e-5, GroupAffine.GROUP, Affine.WITH);
  }

  /** What a bias changes in one channel of a group of several remains. */
  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Shape output(Shape input) {
    groups(input);
    return input;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return affine.parameters(groupAffine.learned(groups(input)));
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    ChannelGroups cut = groups(x.shape());
    Shape learned = groupAffine.learned(cut);
    Shape placed = groupAffine.placed(cut);
    Tensor scale = affine.scale(parameters, x, learned).reshape(placed);
    Tensor shift = affine.shift(parameters, x, learned).reshape(placed);
    int group = x.shape().rank() - 1;
    Standardization norm = Standardization.of(List.of(0, group), groupAffine.axes(group), epsilon);
    Tensor grouped = x.reshape(cut.of(x.shape()));
    return x.trace().apply(norm, List.of(grouped, scale, shift)).get(0).reshape(x.shape());
  }

  private ChannelGroups groups(Shape input) {
    return ChannelGroups.of(input, groups, GroupNorm.class);
  }
}
