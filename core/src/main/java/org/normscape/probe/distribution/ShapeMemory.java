package org.normscape.probe.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/** Channels of activations as arrays, for a checkpoint: a row a channel, moments first. */
final class ShapeMemory {

  private ShapeMemory() {}

  /** Writes channels down, by the path of the activation. */
  static Parameters<Array> write(
      Parameters<List<ChannelShape>> shapes, Backend backend, Owner owner) {
    return shapes.map(channels -> owner.own(array(channels, backend)));
  }

  private static Array array(List<ChannelShape> channels, Backend backend) {
    int columns = 2 + channels.get(0).quantiles().size();
    double[] rows = new double[channels.size() * columns];
    int next = 0;
    for (ChannelShape channel : channels) {
      rows[next++] = channel.mean();
      rows[next++] = channel.variance();
      for (double quantile : channel.quantiles()) {
        rows[next++] = quantile;
      }
    }
    return backend.array(new TensorType(DType.FLOAT64, Shape.of(channels.size(), columns)), rows);
  }

  /** Reads them again. */
  static Parameters<List<ChannelShape>> read(Parameters<Array> memory) {
    Map<String, List<ChannelShape>> read = new LinkedHashMap<>();
    memory.byPath().forEach((path, rows) -> read.put(path, channels(rows)));
    return new Parameters<>(read);
  }

  private static List<ChannelShape> channels(Array rows) {
    int columns = rows.type().shape().dim(1);
    double[] values = rows.toDoubles();
    List<ChannelShape> channels = new ArrayList<>();
    for (int start = 0; start < values.length; start += columns) {
      channels.add(
          new ChannelShape(
              values[start],
              values[start + 1],
              Arrays.stream(values, start + 2, start + columns).boxed().toList()));
    }
    return channels;
  }
}
