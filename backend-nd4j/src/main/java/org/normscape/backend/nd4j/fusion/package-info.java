/**
 * Loops of our own over elements: steps that can run together do, block by block. Internal to the
 * backend.
 *
 * <dl>
 *   <dt>{@code Pointwise}
 *   <dd>an operator on elements, which can run together with others
 *   <dt>{@code Operator}
 *   <dd>what is computed of each element
 *   <dt>{@code Fusion}
 *   <dd>makes the steps of a plan from what was written down
 *   <dt>{@code Groups}
 *   <dd>which steps run together
 *   <dt>{@code Assembler}
 *   <dd>makes one step of a group
 *   <dt>{@code BlockProgram}
 *   <dd>what such a step does
 *   <dt>{@code Instruction}
 *   <dd>what is done to one block
 * </dl>
 */
@NullMarked
package org.normscape.backend.nd4j.fusion;

import org.jspecify.annotations.NullMarked;
