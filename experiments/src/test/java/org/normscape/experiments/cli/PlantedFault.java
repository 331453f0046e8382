package org.normscape.experiments.cli;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.normscape.backend.Backend;
import org.normscape.check.FaultyBackend;
import org.normscape.ir.Operation;
import org.normscape.ir.Tensor;
import org.normscape.reference.ReferenceBackend;

/** Brings the backend {@code faulty}: the reference with some wrong primitives. */
public final class PlantedFault extends AbstractModule {

  private final Predicate<Operation> struck;
  private final UnaryOperator<Tensor> fault;

  public PlantedFault(Predicate<Operation> struck, UnaryOperator<Tensor> fault) {
    this.struck = struck;
    this.fault = fault;
  }

  @Override
  protected void configure() {
    MapBinder.newMapBinder(binder(), String.class, Backend.class)
        .addBinding("faulty")
        .toProvider(() -> new FaultyBackend(new ReferenceBackend(), struck, fault));
  }
}
