package org.normscape.experiments.spec;

/**
 * One of the networks that are compared.
 *
 * @param name the name under which its numbers are recorded
 * @param normalization what distinguishes it
 */
public record CellSpec(String name, NormalizationSpec normalization) {

  public CellSpec {
    Rule.require(!name.isBlank(), "name", "must not be empty", "\"" + name + "\"");
  }
}
