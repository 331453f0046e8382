package org.normscape.experiments.task;

import org.normscape.backend.Backend;
import org.normscape.experiments.run.RunLog;

/**
 * A backend on which each step of a run is done again, from the network and the batch that the run
 * has there.
 *
 * @param backend the backend
 * @param log where everything goes that it measured, and how far its step was from the run's: see
 *     {@link StepDifferences}
 */
public record Replica(Backend backend, RunLog log) {}
