package org.normscape.backend.tf.device;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A GPU that passed every check.
 *
 * @param name what TensorFlow calls it, such as {@code /device:GPU:0}
 * @param count how many GPUs the driver shows to this process
 * @param details what provenance keeps of it: nothing that changes from run to run
 */
public record FoundGpu(String name, int count, Map<String, String> details) {
  public FoundGpu {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }
}
