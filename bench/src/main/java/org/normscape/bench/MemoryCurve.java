package org.normscape.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.normscape.bench.MemoryRun.Sample;
import org.normscape.experiments.report.figure.Figure;
import org.normscape.experiments.report.figure.Figure.Axis;
import org.normscape.experiments.report.figure.Figure.Line;
import org.normscape.experiments.report.figure.Figure.Panel;
import org.normscape.experiments.report.figure.Figure.Point;
import org.normscape.experiments.report.figure.Figure.Swatch;
import org.normscape.experiments.report.figure.Ink;
import org.normscape.experiments.report.figure.Palette;
import org.normscape.experiments.report.figure.Picture;
import org.normscape.experiments.report.figure.Scale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Does memory grow over ten thousand steps? A small network is trained with each backend; at
 * regular steps the heap after a collection and the resident set are printed as CSV. The figure
 * shows both.
 */
@Command(
    name = "memory-curve",
    description = "Trains a small network and prints heap and resident set as it goes.",
    mixinStandardHelpOptions = true)
final class MemoryCurve implements Callable<Integer> {

  private static final double MEGABYTE = 1e6;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--steps", defaultValue = "10000", description = "Default: ${DEFAULT-VALUE}.")
  private int steps;

  @Option(names = "--every", defaultValue = "500", description = "Default: ${DEFAULT-VALUE}.")
  private int every;

  @Option(
      names = "--backends",
      split = ",",
      defaultValue = "tensorflow,nd4j",
      description = "One after the other, in one process. Default: ${DEFAULT-VALUE}.")
  private List<String> backends = List.of();

  @Option(
      names = "--figure",
      defaultValue = "memory.svg",
      description = "Where the figure goes. Default: ${DEFAULT-VALUE}.")
  private Path figure = Path.of("");

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.println("backend,step,heap_bytes,resident_bytes");
    List<Line> heap = new ArrayList<>();
    List<Line> resident = new ArrayList<>();
    for (String backend : backends) {
      List<Sample> samples = MemoryRun.of(backend, steps, every, sample -> print(out, sample));
      Ink ink = Palette.cell(heap.size());
      heap.add(line(backend, ink, samples, Sample::heapBytes));
      resident.add(line(backend, ink, samples, Sample::residentBytes));
    }
    Files.write(figure, Picture.svg(figure(heap, resident)));
    return 0;
  }

  private static void print(PrintWriter out, Sample sample) {
    out.printf(
        "%s,%d,%d,%d%n",
        sample.backend(), sample.step(), sample.heapBytes(), sample.residentBytes());
    out.flush();
  }

  private static Line line(
      String name, Ink ink, List<Sample> samples, ToDoubleFunction<Sample> bytes) {
    return new Line(
        name,
        ink,
        samples.stream().map(s -> new Point(s.step(), bytes.applyAsDouble(s) / MEGABYTE)).toList());
  }

  private static Figure figure(List<Line> heap, List<Line> resident) {
    return new Figure(
        "memory",
        "Memory while a small network trains",
        "Heap after a collection, and the resident set of the process, in which the backends ran one after the other.",
        heap.stream().map(line -> new Swatch(line.name(), line.ink())).toList(),
        List.of(panel("Java heap", heap), panel("Resident set", resident)),
        List.of());
  }

  private static Panel panel(String title, List<Line> lines) {
    return new Panel(
        title,
        new Axis("step", Scale.LINEAR, null),
        new Axis("MB", Scale.LINEAR, null),
        List.of(),
        lines);
  }
}
