package org.normscape.experiments.config.form;

import java.lang.reflect.RecordComponent;
import java.util.Optional;

/**
 * A key that can be set.
 *
 * @param path its name, after the names of the groups that it lies in
 * @param form what may be written there
 * @param component the component of a record that it sets
 * @param initial its default; empty when it must be set
 */
public record Key(String path, Form form, RecordComponent component, Optional<Object> initial) {}
