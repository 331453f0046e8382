package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;

final class NativeJarsTest {

  @Test
  void areThoseWithAPlatform() {
    String classPath =
        String.join(
            File.pathSeparator,
            "target/classes",
            "",
            "lib/openblas-0.3.19-1.5.7.jar",
            "lib/openblas-0.3.19-1.5.7-macosx-arm64.jar",
            "lib/nd4j-native-1.0.0-M2.1-linux-x86_64-onednn.jar",
            "lib/a-linux-notes.jar");
    assertThat(NativeJars.on(classPath))
        .containsExactly(
            "nd4j-native-1.0.0-M2.1-linux-x86_64-onednn", "openblas-0.3.19-1.5.7-macosx-arm64");
  }
}
