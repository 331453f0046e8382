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
import org.normscape.experiments.report.drawing.Axis;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.drawing.Drawing.Swatch;
import org.normscape.experiments.report.drawing.Palette;
import org.normscape.experiments.report.drawing.Panel;
import org.normscape.experiments.report.drawing.Panel.Curve;
import org.normscape.experiments.report.drawing.Panel.Point;
import org.normscape.experiments.report.drawing.Scale;
import org.normscape.experiments.report.drawing.Style;
import org.normscape.experiments.report.picture.Picture;
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
    List<Curve> heap = new ArrayList<>();
    List<Curve> resident = new ArrayList<>();
    for (String backend : backends) {
      List<Sample> samples = MemoryRun.of(backend, steps, every, sample -> print(out, sample));
      Style style = Palette.kind(heap.size());
      heap.add(curve(backend, style, samples, Sample::heapBytes));
      resident.add(curve(backend, style, samples, Sample::residentBytes));
    }
    Files.write(figure, Picture.svg(figure(heap, resident)));
    return 0;
  }

  private static void print(PrintWriter out, Sample sample) {
    out.printf(
        "%s,%s,%s,%s%n",
        sample.backend(), sample.step(), sample.heapBytes(), sample.residentBytes());
    out.flush();
  }

  private static Curve curve(
      String name, Style style, List<Sample> samples, ToDoubleFunction<Sample> bytes) {
    return new Curve(
        name,
        style,
        samples.stream().map(s -> new Point(s.step(), bytes.applyAsDouble(s) / MEGABYTE)).toList());
  }

  private static Drawing figure(List<Curve> heap, List<Curve> resident) {
    return new Drawing(
        "memory",
        "Memory while a small network trains",
        "Heap after a collection, and the resident set of the process, in which the backends ran one after the other.",
        heap.stream().map(curve -> new Swatch(curve.name(), curve.style())).toList(),
        List.of(panel("Java heap", heap), panel("Resident set", resident)),
        List.of());
  }

  private static Panel panel(String title, List<Curve> curves) {
    return new Panel(
        title,
        Axis.of("step", Scale.LINEAR),
        Axis.of("MB", Scale.LINEAR),
        List.of(),
        List.of(),
        curves);
  }
}
