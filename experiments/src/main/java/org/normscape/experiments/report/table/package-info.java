/**
 * What a run measured, as tables for other programs.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.report.table.ResultTables}
 *   <dd>one row for each cell, with means and intervals over its seeds, and one for each task
 * </dl>
 */
@NullMarked
package org.normscape.experiments.report.table;

import org.jspecify.annotations.NullMarked;
