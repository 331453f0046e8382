package org.normscape.backend.tf.device;

import java.net.URL;
import java.util.Optional;

/** Where files lie that came along as artifacts. */
@FunctionalInterface
interface ClassPath {

  /** The file of this absolute name. */
  Optional<URL> find(String name);

  /** The class path of this process. */
  static ClassPath ofThisProcess() {
    return name -> Optional.ofNullable(ClassPath.class.getResource(name));
  }
}
