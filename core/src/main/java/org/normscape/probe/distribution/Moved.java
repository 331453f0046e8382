package org.normscape.probe.distribution;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * How far the channels of one activation moved from one measurement to another.
 *
 * @param before the channels then, in order
 * @param after the channels now
 */
public record Moved(List<ChannelShape> before, List<ChannelShape> after) {

  public Moved {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** The change of the mean of each channel, {@code μ − μ′}. */
  public List<Double> means() {
    return each((then, now) -> now.mean() - then.mean());
  }

  /** The change of the variance of each channel, {@code σ² − σ′²}. */
  public List<Double> variances() {
    return each((then, now) -> now.variance() - then.variance());
  }

  /** The Wasserstein-1 distance of each channel. */
  public List<Double> distances() {
    return each(ChannelShape::wasserstein);
  }

  /**
   * The same in standard deviations of the channel then; of channels that were constant, nothing is
   * said.
   */
  public List<Double> relativeDistances() {
    return each((then, now) -> then.wasserstein(now) / then.deviation()).stream()
        .filter(Double::isFinite)
        .toList();
  }

  private List<Double> each(ToDoubleBiFunction<ChannelShape, ChannelShape> of) {
    return IntStream.range(0, after.size())
        .mapToObj(channel -> of.applyAsDouble(before.get(channel), after.get(channel)))
        .toList();
  }
}
