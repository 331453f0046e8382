/**
 * Native kernels held against plain Java on this machine, before a program uses them.
 *
 * <dl>
 *   <dt>{@link org.normscape.backend.audit.Auditor}
 *   <dd>puts a backend behind an audit
 *   <dt>{@link org.normscape.backend.audit.AuditedBackend}
 *   <dd>the backend behind it: each call gets the method that is right, and fast
 *   <dt>{@link org.normscape.backend.audit.Choice}
 *   <dd>the method chosen for a call, with the verdicts on what was examined
 * </dl>
 */
@NullMarked
package org.normscape.backend.audit;

import org.jspecify.annotations.NullMarked;
