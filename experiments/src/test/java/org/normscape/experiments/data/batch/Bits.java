package org.normscape.experiments.data.batch;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.normscape.experiments.Sha256;

/** The SHA-256 of all that batches hold: the bits of float32 inputs and the labels. */
public final class Bits {

  private Bits() {}

  /** The hash of the batches of these steps. */
  public static String of(Batches batches, int... steps) {
    return of(Arrays.stream(steps).mapToObj(batches::at).toList());
  }

  /** The hash of these batches, one after another. */
  public static String of(List<Batch> batches) {
    int bytes = batches.stream().mapToInt(b -> 4 * (b.input().size() + b.target().size())).sum();
    ByteBuffer all = ByteBuffer.allocate(bytes);
    for (Batch batch : batches) {
      for (float value : batch.input().floats()) {
        all.putInt(Float.floatToRawIntBits(value));
      }
      for (int label : batch.target().integers()) {
        all.putInt(label);
      }
    }
    return Sha256.of(all.array());
  }
}
