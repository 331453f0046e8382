package org.normscape.backend;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is running the programs, for provenance.
 *
 * @param name the word by which it is chosen
 * @param version the version of the library behind it
 * @param device where it runs
 * @param details everything else that may change numbers or speed, such as threads and kernels
 */
public record BackendInfo(String name, String version, Device device, Map<String, String> details)
    implements Serializable {

  public BackendInfo {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }
}
