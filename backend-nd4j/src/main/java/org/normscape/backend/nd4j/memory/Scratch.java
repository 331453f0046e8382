package org.normscape.backend.nd4j.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.backend.nd4j.memory.Register.Doubles;
import org.normscape.backend.nd4j.memory.Register.Floats;

/** Arrays that one thread uses over and over, so that they stay in its cache. */
public final class Scratch {

  private static final ThreadLocal<Scratch> OWN = ThreadLocal.withInitial(Scratch::new);

  private final List<Doubles> doubles = new ArrayList<>();
  private final List<Floats> floats = new ArrayList<>();

  private Scratch() {}

  /** That of the calling thread. */
  public static Scratch own() {
    return OWN.get();
  }

  /** The register of a type with this number, of at least this length, with arbitrary contents. */
  public Register register(DataType dtype, int number, int length) {
    return dtype == DataType.DOUBLE ? doubles(number, length) : floats(number, length);
  }

  /** The array with this number, of at least this length, with arbitrary contents. */
  public double[] array(int number, int length) {
    return doubles(number, length).values();
  }

  private Doubles doubles(int number, int length) {
    return get(doubles, number, length, d -> d.values().length, Doubles::new);
  }

  private Floats floats(int number, int length) {
    return get(floats, number, length, f -> f.values().length, Floats::new);
  }

  private static <T> T get(
      List<T> all, int number, int length, ToIntFunction<T> size, IntFunction<T> make) {
    while (all.size() <= number) {
      all.add(make.apply(0));
    }
    if (size.applyAsInt(all.get(number)) < length) {
      all.set(number, make.apply(length));
    }
    return all.get(number);
  }
}
