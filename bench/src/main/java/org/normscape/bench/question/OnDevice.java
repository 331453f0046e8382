package org.normscape.bench.question;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.normscape.backend.Backend;
import org.normscape.bench.measure.Descent;
import org.normscape.bench.measure.Workload;
import org.normscape.bench.trainer.NormscapeTrainer;
import org.normscape.bench.trainer.Setting;
import org.normscape.experiments.data.batch.Batch;

/**
 * What is done with a network on one device, to be timed.
 *
 * @param backend opens the backend there
 * @param setting the network
 */
public record OnDevice(Supplier<Backend> backend, Setting setting) {

  /** Each work by its name; one is opened at a time. */
  public Map<String, Supplier<Workload>> works() {
    Map<String, Supplier<Workload>> works = new LinkedHashMap<>();
    works.put("training step", this::training);
    works.put(
        "landscape probe, %s step lengths".formatted(Probing.STEP_LENGTHS.size()),
        () -> new Probing(backend.get(), setting, Probing::probe));
    works.put(
        "Hessian-vector product",
        () -> new Running(backend.get(), setting, Curvature.hessianVector(setting)));
    return works;
  }

  private Workload training() {
    Batch batch = setting.proceduralBatches(setting.batch()).at(0);
    NormscapeTrainer trainer = new NormscapeTrainer(backend.get(), setting);
    return new Descent(() -> trainer.step(batch), trainer::close);
  }
}
