package org.normscape.component;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component whose own components lie, in configuration, in the same group as those of the
 * record it belongs to, in place of a group under its own name. So
 *
 * <pre>
 *   record Descent(@Flat Optimizer rule, double learningRate)
 * </pre>
 *
 * <p>is written {@code optimizer { kind = momentum, decay = 0.9, learning-rate = 0.1 }}. The names
 * of both must differ, and at most one component of a record is an interface that is flat.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Flat {}
