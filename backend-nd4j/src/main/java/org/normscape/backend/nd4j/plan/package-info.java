/**
 * What a program becomes: steps over slots, and the memory that they are bound to. Internal to the
 * backend.
 *
 * <dl>
 *   <dt>{@code Slot}
 *   <dd>a value of a plan that needs memory
 *   <dt>{@code View}
 *   <dd>elements of a slot, seen as a tensor
 *   <dt>{@code Node}
 *   <dd>what stands for a tensor while a plan is made
 *   <dt>{@code Recorder}
 *   <dd>writes steps down while a program is lowered
 *   <dt>{@code NodeLowering}
 *   <dd>what writes to it
 *   <dt>{@code Draft}
 *   <dd>what is written down in the end
 *   <dt>{@code PlanStep}
 *   <dd>one call of a plan
 *   <dt>{@code Placement}
 *   <dd>which slots share memory
 *   <dt>{@code Plan}
 *   <dd>steps bound to memory
 *   <dt>{@code Natives}
 *   <dd>the native operations
 * </dl>
 */
@NullMarked
package org.normscape.backend.nd4j.plan;

import org.jspecify.annotations.NullMarked;
