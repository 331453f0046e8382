package org.normscape.nn;

import java.util.Optional;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.nn.initialization.Initializer;

/**
 * A parameter before it has values.
 *
 * @param shape its extents
 * @param role what it is for
 * @param initializer how it starts
 * @param drawnWith the name of the parameter beside it whose random numbers it starts from: so a
 *     length can start as that of what is drawn elsewhere; usually its own
 */
public record ParameterSpec(
    Shape shape, Role role, Initializer initializer, Optional<String> drawnWith) {

  /** A parameter that starts from random numbers of its own. */
  public ParameterSpec(Shape shape, Role role, Initializer initializer) {
    this(shape, role, initializer, Optional.empty());
  }

  /** This parameter, started from the random numbers of the one of this name beside it. */
  public ParameterSpec drawnWith(String name) {
    return new ParameterSpec(shape, role, initializer, Optional.of(name));
  }

  /** The type of the parameter when carried in {@code dtype}. */
  public TensorType type(DType dtype) {
    return new TensorType(dtype, shape);
  }

  /** The path of the parameter whose random numbers this one, at {@code path}, starts from. */
  public String source(String path) {
    return drawnWith.map(name -> path.substring(0, path.lastIndexOf('.') + 1) + name).orElse(path);
  }
}
