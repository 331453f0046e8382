package org.normscape.experiments.data.own;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.normscape.experiments.UserError;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.example.Examples;

/**
 * The examples to train on, or those to test on.
 *
 * @param examples the examples
 * @param sha256 the SHA-256 of what they came from, by its name
 */
public record Part(Examples examples, Map<String, String> sha256) {

  public Part {
    sha256 = Map.copyOf(sha256);
  }

  /**
   * The data set of this part, to train on, and another one, to test on.
   *
   * @param place where both come from, whose name the data set gets
   * @throws UserError when inputs or targets of the two are not of one kind
   */
  public Dataset tested(Path place, Part test) {
    checkAlike(place, "inputs", examples.inputs().shape(), test.examples.inputs().shape());
    checkAlike(place, "targets", examples.targets().describe(), test.examples.targets().describe());
    Map<String, String> both = new HashMap<>(sha256);
    both.putAll(test.sha256);
    return new Dataset(Place.name(place), examples, test.examples, both);
  }

  private static void checkAlike(Path place, String what, Object train, Object test) {
    if (!train.equals(test)) {
      throw Place.fault(
          place,
          "must have %s of one kind, but to train on they are %s and to test on %s"
              .formatted(what, train, test),
          "write both parts alike");
    }
  }
}
