package org.normscape.experiments.weights;

import java.util.List;
import org.normscape.ir.Shape;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.params.Parameters;
import org.normscape.replay.HostArray;

/**
 * Each array of a network here with the one of a file that it takes.
 *
 * @param arrays what the network starts from, by its paths
 * @param lines one line for each: its path, and its name in the file
 */
public record Transfer(Parameters<HostArray> arrays, List<String> lines) {

  public Transfer {
    lines = List.copyOf(lines);
  }

  /**
   * Finds the arrays of a network in a file. Where the names are a library's, modules of a kind are
   * taken in the order of their names. A bias that stands before a normalization which makes it
   * redundant here goes into that normalization's mean.
   *
   * @param network the network
   * @param input the shape of its input, examples first
   * @throws IllegalArgumentException when arrays are missing, left over or of another shape; all
   *     that is wrong is said at once
   */
  public static Transfer of(Weights weights, Layer network, Shape input) {
    Parameters<ParameterSpec> specs = network.parameters(input).and(network.state(input));
    return new Matching(weights, specs, Flattened.in(network, input)).transfer(weights.read());
  }
}
