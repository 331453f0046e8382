package org.normscape.experiments.run.checkpoint;

import org.normscape.params.Parameters;
import org.normscape.replay.HostArray;

/**
 * A task after some updates: all that its next step depends on, but for what follows from its seed.
 *
 * @param updates how many
 * @param diverged whether a loss was not finite before
 * @param arrays {@code parameters.<path>}, {@code state.<path>} of normalizations, {@code
 *     memory.<path>} of the optimizer, {@code probes.<name>.<path>} of what an instrument remembers
 */
public record Checkpoint(int updates, boolean diverged, Parameters<HostArray> arrays) {}
