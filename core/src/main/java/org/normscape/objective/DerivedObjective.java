package org.normscape.objective;

import org.normscape.ir.DType;
import org.normscape.ir.TensorType;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.noise.NoiseSpec;
import org.normscape.params.Parameters;

/** An objective made of another one, on the same points and batches unless it says otherwise. */
interface DerivedObjective extends Objective {

  /** What it is made of. */
  Objective objective();

  @Override
  default DType dtype() {
    return objective().dtype();
  }

  @Override
  default Parameters<ParameterSpec> parameters() {
    return objective().parameters();
  }

  @Override
  default Parameters<ParameterSpec> state() {
    return objective().state();
  }

  @Override
  default Parameters<TensorType> batch() {
    return objective().batch();
  }

  @Override
  default Parameters<NoiseSpec> noise() {
    return objective().noise();
  }

  @Override
  default Parameters<TensorType> frozen() {
    return objective().frozen();
  }
}
