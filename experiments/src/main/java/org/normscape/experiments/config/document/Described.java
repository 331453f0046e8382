package org.normscape.experiments.config.document;

/**
 * A word that can be written, and what it stands for.
 *
 * @param name the word
 * @param summary what it stands for, in one sentence
 */
public record Described(String name, String summary) {}
