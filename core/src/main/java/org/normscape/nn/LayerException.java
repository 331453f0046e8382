package org.normscape.nn;

import java.io.Serial;
import java.util.function.Supplier;

/** Says which layer of a network does not fit: {@code at block1.conv2: …}. */
public final class LayerException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1;

  private final String path;
  private final String said;

  private LayerException(String path, String said, IllegalArgumentException cause) {
    super("at %s: %s".formatted(path, said), cause);
    this.path = path;
    this.said = said;
  }

  /** The path of the layer, outermost name first. */
  public String path() {
    return path;
  }

  /** What {@code part} gives; where it throws, the name of the layer is put before the message. */
  static <T> T at(String name, Supplier<T> part) {
    try {
      return part.get();
    } catch (LayerException inner) {
      throw new LayerException(name + "." + inner.path, inner.said, inner);
    } catch (IllegalArgumentException reason) {
      throw new LayerException(name, String.valueOf(reason.getMessage()), reason);
    }
  }
}
