package org.normscape.backend.tf;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import org.normscape.backend.Backend;

/** Adds TensorFlow to the backends; natives load when the backend is provided, not before. */
public final class TensorFlowModule extends AbstractModule {

  @Override
  protected void configure() {
    bind(TensorFlowBackend.class);
    MapBinder.newMapBinder(binder(), String.class, Backend.class)
        .addBinding(TensorFlowProvider.NAME)
        .to(TensorFlowBackend.class);
  }
}
