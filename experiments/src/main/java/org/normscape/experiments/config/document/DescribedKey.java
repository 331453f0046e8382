package org.normscape.experiments.config.document;

import java.util.List;
import java.util.Optional;

/**
 * A key of a record, explained.
 *
 * @param key its name, after those of the groups within the record
 * @param type what may be written
 * @param initial its default; empty when it must be set
 * @param text what it means, with its unit
 * @param allowed the words that may be written, where it is words
 */
public record DescribedKey(
    String key, String type, Optional<String> initial, String text, List<Described> allowed) {}
