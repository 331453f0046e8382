package org.normscape.experiments.cli.verify;

import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.verify.RecordedRun;
import org.normscape.replay.RunDigests;

/**
 * What one backend gave.
 *
 * @param candidate the backend
 * @param spec what it ran
 * @param run what was recorded
 * @param digests what its runs of programs gave, where bits are compared
 */
record Outcome(Candidate candidate, ExperimentSpec spec, RecordedRun run, RunDigests digests) {}
