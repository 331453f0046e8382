package org.normscape.backend;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where arrays live and programs run.
 *
 * @param kind the kind of processor
 * @param index which one of that kind, from 0
 * @param products how it computes products of float32
 */
public record Device(Kind kind, int index, Products products) implements Serializable {

  /** The kinds of processors. */
  public enum Kind {
    /** The processor. */
    CPU,
    /** A graphics processor. */
    GPU
  }

  /** How products of float32, and convolutions, are computed. */
  public enum Products {
    /** In float32. */
    FLOAT32,
    /**
     * In NVIDIA's TF32, where a GPU has it: faster, with factors that are rounded to 10 bits. Sums
     * stay in float32, and nothing that is not float32 changes.
     */
    TF32
  }

  /** The processor of this machine. */
  public static final Device CPU = new Device(Kind.CPU, 0, Products.FLOAT32);

  private static final String TF32 = "+tf32";
  private static final Pattern TEXT = Pattern.compile("cpu|gpu(?::(\\d{1,3}))?(\\+tf32)?");

  /** The GPU with this index, with products in float32. */
  public static Device gpu(int index) {
    return new Device(Kind.GPU, index, Products.FLOAT32);
  }

  /** The GPU with this index, with products in TF32. */
  public static Device gpuWithTf32(int index) {
    return new Device(Kind.GPU, index, Products.TF32);
  }

  /**
   * Reads {@code cpu}, {@code gpu} (the first one) or {@code gpu:N}, a GPU with {@code +tf32} for
   * products in TF32.
   *
   * @throws IllegalArgumentException when the text is none of these
   */
  public static Device parse(String text) {
    if (text.equals("cpu" + TF32)) {
      throw new IllegalArgumentException(
          "device: TF32 is of GPUs, but it is \"%s\". To fix: use cpu, or gpu%s."
              .formatted(text, TF32));
    }
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "device: must be cpu, gpu or gpu:N, but it is \"%s\". To fix: use one of these."
              .formatted(text));
    }
    if (text.equals("cpu")) {
      return CPU;
    }
    int index = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
    return matcher.group(2) == null ? gpu(index) : gpuWithTf32(index);
  }

  /**
   * Whether this is the processor that asks for the work: what runs there takes the cores of who
   * asks. On any other device these are idle meanwhile.
   */
  public boolean isHost() {
    return kind == Kind.CPU && index == 0;
  }

  @Override
  public String toString() {
    if (kind == Kind.CPU) {
      return "cpu";
    }
    return "gpu:" + index + (products == Products.TF32 ? TF32 : "");
  }
}
