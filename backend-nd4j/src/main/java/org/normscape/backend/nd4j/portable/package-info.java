/**
 * The same programs as plans of ND4J's custom operations, by name, on dense arrays of ND4J that are
 * allocated once: no pointer of ours, so that they run on whatever device ND4J's natives are for.
 * Internal to the backend.
 *
 * <dl>
 *   <dt>{@code PortableBackend}
 *   <dd>compiles programs and holds arrays
 *   <dt>{@code PortableLowering}
 *   <dd>what the interpreter asks, handed to the families
 *   <dt>{@code Operation}
 *   <dd>one of ND4J's operations
 *   <dt>{@code OperationStep}
 *   <dd>one operation of a plan, with what it reads and writes
 *   <dt>{@code PortablePlan}
 *   <dd>steps bound to memory
 *   <dt>{@code Row}
 *   <dd>numbers on the device
 *   <dt>{@code Lives}
 *   <dd>which intermediate values share a row
 * </dl>
 */
@NullMarked
package org.normscape.backend.nd4j.portable;

import org.jspecify.annotations.NullMarked;
