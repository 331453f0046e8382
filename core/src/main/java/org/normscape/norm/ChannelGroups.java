package org.normscape.norm;

import java.util.ArrayList;
import java.util.List;
import org.normscape.ir.Shape;

/**
 * The channels of {@code [n, …, c]} cut into groups of neighbours: {@code [n, …, groups, c /
 * groups]}.
 *
 * @param groups how many groups
 * @param size the number of channels of a group
 */
public record ChannelGroups(int groups, int size) {

  /**
   * So many groups of the channels of an input; where there are fewer channels, each is a group.
   *
   * @param layer the record to name when groups do not divide the channels
   */
  public static ChannelGroups of(Shape input, int wanted, Class<?> layer) {
    int channels = Channels.of(input, layer).dim(0);
    int groups = Math.min(wanted, channels);
    if (channels % groups != 0) {
      throw new IllegalArgumentException(
          "%s: the number of groups must divide that of the channels, but there are %s groups for %s channels. To fix: set groups to a divisor of %s."
              .formatted(layer.getSimpleName(), groups, channels, channels));
    }
    return new ChannelGroups(groups, channels / groups);
  }

  /** The extents of what belongs to each channel. */
  public Shape channels() {
    return Shape.of(groups, size);
  }

  /** The extents of the input with its channels in groups. */
  public Shape of(Shape input) {
    List<Integer> dims = new ArrayList<>(input.dims().subList(0, input.rank() - 1));
    dims.add(groups);
    dims.add(size);
    return new Shape(dims);
  }
}
