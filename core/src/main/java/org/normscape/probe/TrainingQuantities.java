package org.normscape.probe;

import java.util.List;

/** The quantities that every training run records by itself, without a probe. */
public final class TrainingQuantities {

  private static final String TEST = "test_";
  private static final String OF_THE_BATCH =
      "of the batch on which the step was taken, before the step";
  private static final String OF_THE_TEST =
      "of the examples set aside for tests, with running statistics and without the penalty of the weight decay: the mean over the batches that the configuration asks for";

  /** What training descends. */
  public static final Quantity TRAIN_LOSS =
      Quantity.of(
              "train_loss",
              "training loss",
              "L(θ; B)",
              Units.LOSS,
              "The loss " + OF_THE_BATCH + "; the penalty of the weight decay is part of it.")
          .summedUp(Statistic.LAST, "training loss, last");

  /** How much of a batch of training is classified right. */
  public static final Quantity TRAIN_ACCURACY =
      Quantity.of(
              "train_accuracy",
              "training accuracy",
              "",
              Units.ONE,
              "The share of right classifications " + OF_THE_BATCH + ".")
          .summedUp(Statistic.LAST, "training accuracy, last")
          .agreeing(Agreement.OF_A_COUNT);

  /** What weight decay adds to the loss. */
  public static final Quantity TRAIN_PENALTY =
      Quantity.of(
          "train_penalty",
          "penalty",
          "½ λ ‖w‖₂²",
          Units.LOSS,
          "What weight decay adds to the loss, before the step: half its factor λ times the square of the norm of the parameters it applies to.");

  /** The loss on examples that were not trained on. */
  public static final Quantity TEST_LOSS =
      Quantity.of("test_loss", "test loss", "", Units.LOSS, "The loss " + OF_THE_TEST + ".")
          .summedUp(Statistic.LAST, "test loss, last")
          .agreeing(Agreement.OF_A_LOSS_ELSEWHERE);

  /** How much of the test examples is classified right. */
  public static final Quantity TEST_ACCURACY =
      Quantity.of(
              "test_accuracy",
              "test accuracy",
              "",
              Units.ONE,
              "The share of right classifications " + OF_THE_TEST + ".")
          .summedUp(Statistic.LAST, "test accuracy, last")
          .agreeing(Agreement.OF_A_COUNT);

  /** The mark of a network that diverged. */
  public static final Quantity DIVERGED =
      Quantity.of(
              "diverged",
              "diverged",
              "",
              Units.ONE,
              "1 at the first step at which a loss of training or of a test is not finite, or the training loss is above a threshold that was set. What a probe finds elsewhere says nothing of the network.")
          .agreeing(Agreement.UNJUDGED);

  /** All of them, in the order in which reports list them. */
  public static final List<Quantity> ALL =
      List.of(TRAIN_LOSS, TRAIN_ACCURACY, TRAIN_PENALTY, TEST_LOSS, TEST_ACCURACY, DIVERGED);

  private TrainingQuantities() {}

  /**
   * The quantity that a metric of the objective is on the batch of a step.
   *
   * @param metric as {@link org.normscape.objective.Evaluation#metrics} names it, or {@code loss}
   */
  public static Quantity ofTraining(String metric) {
    return declared("train_" + metric, metric + " in training", metric, OF_THE_BATCH);
  }

  /** As {@link #ofTraining}, on the examples set aside for tests. */
  public static Quantity ofTest(String metric) {
    return declared(TEST + metric, metric + " in tests", metric, OF_THE_TEST);
  }

  /**
   * Whether a quantity is measured after as many updates as its step says, as those of tests are;
   * others are measured before the update of their step.
   */
  public static boolean isOfTest(String name) {
    return name.startsWith(TEST);
  }

  private static Quantity declared(String name, String label, String metric, String where) {
    return ALL.stream()
        .filter(quantity -> quantity.name().equals(name))
        .findFirst()
        .orElseGet(
            () ->
                Quantity.of(
                        name,
                        label,
                        "",
                        Units.ONE,
                        "What the objective calls %s, %s.".formatted(metric, where))
                    .agreeing(Agreement.OF_A_LOSS_ELSEWHERE));
  }
}
