/**
 * The tasks of a run on other machines. A cluster lends places ({@link
 * org.normscape.experiments.cluster.Cluster}); in each a worker ({@link
 * org.normscape.experiments.cluster.ClusterWorker}) asks the driver for one task after the other,
 * does it in a temporary folder as it would be done here, and sends what changes in that folder.
 * Only the driver ({@link org.normscape.experiments.cluster.ClusterRun}) writes the run.
 */
@NullMarked
package org.normscape.experiments.cluster;

import org.jspecify.annotations.NullMarked;
