package org.normscape.nn;

import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;

/** What a layer gives: its output, and its state afterwards, under the paths it came with. */
public record Applied(Tensor output, Parameters<Tensor> state) {}
