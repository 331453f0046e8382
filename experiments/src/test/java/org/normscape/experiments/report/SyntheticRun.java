package org.normscape.experiments.report;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normscape.experiments.report.metrics.QuantitiesFile;
import org.normscape.experiments.run.Task;

/**
 * Writes run directories such as a run of {@code landscape} leaves, with made-up numbers: the loss
 * of {@code none} has a wide band that is different at every step, that of {@code batch-norm} a
 * narrow one.
 */
public final class SyntheticRun {

  private static final List<Double> LENGTHS = List.of(0.05, 0.1, 0.2, 0.4);

  private final Path directory;
  private final List<Integer> seeds;
  private final Map<Path, StringBuilder> files = new LinkedHashMap<>();

  private SyntheticRun(Path directory, List<Integer> seeds) {
    this.directory = directory;
    this.seeds = seeds;
  }

  /** A finished run of both cells, probed every tenth step. */
  public static Path write(Path directory, int steps, List<Integer> seeds) {
    SyntheticRun run = new SyntheticRun(directory, seeds);
    for (int seed : seeds) {
      run.cell("none", seed, steps, 4);
      run.cell("batch-norm", seed, steps, 0.5);
    }
    return run.save();
  }

  private void cell(String cell, int seed, int steps, double roughness) {
    for (int step = 0; step <= steps; step++) {
      double wobble = Math.abs(Math.sin(12.9898 * step + 78.233 * seed + roughness));
      double progress = 1 - Math.exp(-step / (25.0 + 25 * roughness));
      double loss = 2.3 * (1 - 0.9 * progress) * (1 + 0.1 * wobble);
      value(cell, seed, step, "train_loss", loss);
      value(cell, seed, step, "train_accuracy", 0.1 + 0.85 * progress);
      if (step % 50 == 0) {
        value(cell, seed, step, "test_loss", loss + 0.2);
        value(cell, seed, step, "test_accuracy", 0.1 + 0.7 * progress);
      }
      if (step % 10 == 0) {
        probe(cell, seed, step, loss, roughness * (0.2 + wobble));
      }
    }
  }

  private void probe(String cell, int seed, int step, double loss, double roughness) {
    double norm = 1 + loss;
    for (double epsilon : LENGTHS) {
      double difference = norm * roughness * (0.5 + 4 * epsilon);
      inside(cell, seed, step, epsilon, "loss_along_gradient", loss * (1 + roughness * epsilon));
      inside(cell, seed, step, epsilon, "gradient_difference", difference);
      inside(cell, seed, step, epsilon, "effective_beta", difference / (epsilon * norm));
    }
    value(cell, seed, step, "probe_loss", loss);
    value(cell, seed, step, "gradient_norm", norm);
    value(cell, seed, step, "loss_band_low", loss * (1 + roughness * 0.05));
    value(cell, seed, step, "loss_band_high", loss * (1 + roughness * 0.4));
    value(cell, seed, step, "gradient_difference_low", norm * roughness * 0.7);
    value(cell, seed, step, "gradient_difference_high", norm * roughness * 2.1);
    value(cell, seed, step, "effective_beta_max", roughness * 0.7 / 0.05);
  }

  private void value(String cell, int seed, int step, String metric, double value) {
    append(cell, seed, line(cell, seed, step, metric, String.valueOf(value)));
  }

  private void inside(
      String cell, int seed, int step, double epsilon, String metric, double value) {
    String at = ",\"at\":{\"epsilon\":" + epsilon + "}";
    append(cell, seed, line(cell, seed, step, metric, value + at));
  }

  private void append(String cell, int seed, String line) {
    files
        .computeIfAbsent(Task.of(directory, cell, seed).metrics(), file -> new StringBuilder())
        .append(line);
  }

  /** A line of {@code metrics.jsonl}; the value as it stands there. */
  static String line(String cell, int seed, int step, String metric, String value) {
    return "{\"cell\":\"%s\",\"seed\":%s,\"step\":%s,\"metric\":\"%s\",\"value\":%s}\n"
        .formatted(cell, seed, step, metric, value);
  }

  private Path save() {
    try {
      for (Map.Entry<Path, StringBuilder> file : files.entrySet()) {
        Files.createDirectories(file.getKey().getParent());
        Files.writeString(file.getKey(), file.getValue());
      }
      QuantitiesFile.write(directory, Declared.OF_A_RUN);
      Files.writeString(directory.resolve("config.json"), config());
      Files.writeString(directory.resolve("provenance.json"), PROVENANCE);
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String config() {
    return ConfigFactory.parseString(CONFIG)
        .withFallback(
            ConfigFactory.parseResources("experiments/landscape.conf").withOnlyPath("figures"))
        .resolve()
        .withoutPath("landscape")
        .withValue("seeds", ConfigValueFactory.fromIterable(seeds))
        .root()
        .render(ConfigRenderOptions.concise());
  }

  private static final String CONFIG =
      """
      {
        "name": "landscape",
        "title": "How </script> normalization <b>changes</b> the landscape",
        "backend": "tensorflow",
        "scale": "smoke",
        "numerics": "fast",
        "cells": [
          {"name": "none", "steps": 800, "probes": {"landscape": ${landscape}}},
          {"name": "batch-norm", "steps": 800, "probes": {"landscape": ${landscape}}}
        ],
        "landscape": {
          "kind": "landscape", "when": {"kind": "every", "every": 10},
          "step-lengths": [0.5, 1.0, 2.0, 4.0],
          "parameters": ["weight", "bias", "scale", "shift"],
          "weight-decay": "excluded", "statistics": "batch-frozen-running"
        },
        "claims": [
          {"sentence": "With batch normalization the loss varies less along the gradient.",
           "place": "Figure 4(a)",
           "effect": {"kind": "ratio",
             "of": {"quantity": "loss_band_width", "cell": "none"},
             "to": {"quantity": "loss_band_width", "cell": "batch-norm"}},
           "expected": {"above": 1}, "confounders": ["gradient_norm"]},
          {"sentence": "Without batch normalization the network learns more.",
           "effect": {"kind": "difference",
             "of": {"quantity": "test_accuracy", "cell": "none", "summary": "last"},
             "to": {"quantity": "test_accuracy", "cell": "batch-norm", "summary": "last"}},
           "expected": {"above": 0}}
        ]
      }
      """;

  private static final String PROVENANCE =
      """
      {"status": "complete", "command": ["run", "landscape", "--out", "my runs"]}
      """;
}
