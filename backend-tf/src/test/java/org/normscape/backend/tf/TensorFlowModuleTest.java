package org.normscape.backend.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.TypeLiteral;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendException;
import org.normscape.backend.Device;

final class TensorFlowModuleTest {

  private static final Key<Map<String, Provider<Backend>>> BACKENDS =
      Key.get(new TypeLiteral<Map<String, Provider<Backend>>>() {});

  /** The strictest injector there is, on a device. */
  private static final class Strict extends AbstractModule {
    private final Device device;

    Strict(Device device) {
      this.device = device;
    }

    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      binder().requireAtInjectOnConstructors();
      binder().requireExactBindingAnnotations();
      binder().disableCircularProxies();
      bind(Device.class).toInstance(device);
    }
  }

  private static Provider<Backend> provider(Device device) {
    List<Module> modules = new ArrayList<>();
    modules.add(new Strict(device));
    ServiceLoader.load(Module.class).forEach(modules::add);
    Injector injector = Guice.createInjector(modules);
    Map<String, Provider<Backend>> backends = injector.getInstance(BACKENDS);
    assertThat(backends).containsOnlyKeys("tensorflow");
    return backends.values().iterator().next();
  }

  /** A device that is not there is found out when its backend is opened, and not before. */
  @Test
  void nothingNativeLoadsBeforeTheBackendIsProvided() {
    Provider<Backend> provider = provider(Device.gpu(999));
    assertThatExceptionOfType(ProvisionException.class)
        .isThrownBy(provider::get)
        .havingCause()
        .isInstanceOf(BackendException.class)
        .withMessageContaining("gpu:999");
  }

  @Test
  void aBackendIsProvidedEachTimeItIsAskedFor() {
    Provider<Backend> provider = provider(Device.CPU);
    try (Backend first = provider.get();
        Backend second = provider.get()) {
      assertThat(first).isNotSameAs(second);
      assertThat(first.info().name()).isEqualTo("tensorflow");
      assertThat(first.info().version()).startsWith("2.");
      assertThat(first.info().details())
          .containsKeys("threads", "TF_ENABLE_ONEDNN_OPTS", "platform");
    }
  }
}
