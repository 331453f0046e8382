package org.normscape.backend.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Provider;
import com.google.inject.ProvisionException;
import com.google.inject.TypeLiteral;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendException;
import org.normscape.backend.Backends;
import org.normscape.backend.Device;

/** How the backend is found and opened. */
final class Nd4jModuleTest {

  private static final Key<Map<String, Provider<Backend>>> BACKENDS =
      Key.get(new TypeLiteral<>() {});

  private static Injector strictInjector(Device device) {
    return Guice.createInjector(
        new Nd4jModule(),
        new AbstractModule() {
          @Override
          protected void configure() {
            binder().requireExplicitBindings();
            binder().requireAtInjectOnConstructors();
            binder().requireExactBindingAnnotations();
            binder().disableCircularProxies();
            bind(Device.class).toInstance(device);
          }
        });
  }

  private static Provider<Backend> provider(Injector injector) {
    return Objects.requireNonNull(injector.getInstance(BACKENDS).get(Nd4jBackend.NAME));
  }

  @Test
  void theServiceLoaderFindsTheModule() {
    assertThat(ServiceLoader.load(Module.class)).hasAtLeastOneElementOfType(Nd4jModule.class);
  }

  @Test
  void aStrictInjectorProvidesTheBackend() {
    Injector injector = strictInjector(Device.CPU);

    try (Backend backend = provider(injector).get()) {
      assertThat(backend.info().name()).isEqualTo("nd4j");
      assertThat(backend.info().device()).isEqualTo(Device.CPU);
      assertThat(backend.info().details()).containsKeys("omp.threads", "build");
    }
  }

  @Test
  void nothingIsOpenedBeforeItIsProvided() {
    Injector injector = strictInjector(Device.gpu(0));

    Provider<Backend> provider = provider(injector);

    assertThatThrownBy(provider::get)
        .isInstanceOf(ProvisionException.class)
        .hasCauseInstanceOf(BackendException.class);
  }

  @Test
  void aGpuIsRefusedWithTheReason() {
    assertThatThrownBy(() -> Backends.open("nd4j", Device.gpu(1)))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("a GPU needs ND4J's natives for GPUs")
        .hasMessageContaining("nd4j-cuda-11.6")
        .hasMessageContaining(
            "the device is gpu:1; this machine has " + NvidiaModels.ofThisMachine().describe())
        .hasMessageContaining("To fix: choose the backend tensorflow, or cpu.");
  }
}
