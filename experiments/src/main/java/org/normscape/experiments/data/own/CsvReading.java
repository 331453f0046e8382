package org.normscape.experiments.data.own;

import java.util.List;
import java.util.Map;
import org.normscape.experiments.Sha256;
import org.normscape.experiments.data.example.Examples;
import org.normscape.experiments.data.example.Inputs;
import org.normscape.experiments.data.example.Targets;
import org.normscape.ir.Shape;

/** How the rows of a table become examples. */
public final class CsvReading {

  private final InputReading inputs;
  private final TargetReading targets;

  private CsvReading(InputReading inputs, TargetReading targets) {
    this.inputs = inputs;
    this.targets = targets;
  }

  /** Some rows as what a network is shown. */
  private interface InputReading {

    Inputs of(CsvRows rows, int[] order);
  }

  /** Some rows as what it is to say. */
  private interface TargetReading {

    Targets of(CsvRows rows, int[] order);
  }

  /**
   * How rows are read, as those to train on say.
   *
   * @param train the rows to train on, which have all classes
   * @param image the shape of images; empty where rows are vectors
   */
  public static CsvReading of(CsvRows train, List<Integer> image, Targeted targeted) {
    InputReading inputs =
        image.isEmpty() ? CsvRows::vectors : (rows, order) -> rows.images(order, new Shape(image));
    return new CsvReading(
        inputs,
        switch (targeted) {
          case NUMBERS -> CsvRows::numbers;
          case CLASSES -> {
            Classes classes = Classes.ofWords(train.labels());
            yield (rows, order) -> rows.classes(order, classes);
          }
        });
  }

  /** Some rows as examples, by their places. */
  public Part part(CsvRows rows, int[] order) {
    byte[] file = Place.bytes(rows.file(), "a table of text");
    return new Part(
        new Examples(inputs.of(rows, order), targets.of(rows, order)),
        Map.of(Place.name(rows.file()), Sha256.of(file)));
  }
}
