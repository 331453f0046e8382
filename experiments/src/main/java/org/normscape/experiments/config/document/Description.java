package org.normscape.experiments.config.document;

import java.util.List;

/**
 * All there is to know about a record that configuration can name.
 *
 * @param name the word that chooses it
 * @param noun what it is one of, such as {@code normalization}
 * @param summary what it is, in one sentence
 * @param text what its comment says
 * @param keys what can be set
 * @param see where to read on
 * @param record its class
 * @param source the file that it comes from
 */
public record Description(
    String name,
    String noun,
    String summary,
    List<Block> text,
    List<DescribedKey> keys,
    List<String> see,
    String record,
    String source) {}
