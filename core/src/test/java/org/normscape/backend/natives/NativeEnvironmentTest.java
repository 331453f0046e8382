package org.normscape.backend.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of an environment that lacks what natives read. */
final class NativeEnvironmentTest {

  private static final List<NativeSetting> SETTINGS =
      List.of(
          new NativeSetting("KERNELS", "Best", "products are slow"),
          new NativeSetting("WAITING", "4", "cores are kept"));

  @Test
  void saysWhatIsMissingWhatItCostsAndHowToSetIt() {
    assertThat(new NativeEnvironment(Map.of("PATH", "/bin")).advice("fast", SETTINGS))
        .hasValue(
            "fast: is slower than it could be, since its natives read variables that are not set: without KERNELS products are slow; without WAITING cores are kept. To fix: start Java with KERNELS=Best WAITING=4 in its environment.");
  }

  @Test
  void leavesOutWhatIsSetWhateverToWhat() {
    assertThat(new NativeEnvironment(Map.of("KERNELS", "Other")).advice("fast", SETTINGS))
        .hasValueSatisfying(
            sentence -> assertThat(sentence).contains("WAITING=4").doesNotContain("KERNELS"));
    assertThat(
            new NativeEnvironment(Map.of("KERNELS", "Other", "WAITING", "1"))
                .advice("fast", SETTINGS))
        .isEmpty();
  }

  @Test
  void isSilentUnderTheLauncher() {
    assertThat(
            new NativeEnvironment(Map.of(NativeEnvironment.LAUNCHER, "1")).advice("fast", SETTINGS))
        .isEmpty();
  }
}
