package org.normscape.probe.direction;

/**
 * A direction that is a step of training at the learning rate η of the moment: {@code t} times the
 * direction is the step at the learning rate {@code t η}.
 */
public interface StepDirection extends Direction {}
