package org.normscape.experiments.cli.verify;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.Backends;
import org.normscape.backend.Device;
import org.normscape.backend.UserCache;
import org.normscape.backend.audit.Audit;
import org.normscape.backend.audit.Auditor;
import org.normscape.backend.audit.Choice;
import org.normscape.experiments.UserError;
import org.normscape.experiments.certify.CertificateKey;
import org.normscape.experiments.certify.Certificates;
import org.normscape.experiments.certify.KeptCertificate;
import org.normscape.experiments.cli.option.DataOption;
import org.normscape.experiments.cli.surroundings.Injection;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.source.Auto;
import org.normscape.experiments.run.Environment;
import org.normscape.experiments.run.file.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code normscape doctor}: what works on this machine. */
@Command(
    name = "doctor",
    description = "Says what works on this machine, and shows it by computing something.",
    mixinStandardHelpOptions = true,
    footer = {"", "Exit code 1 when a backend does not run on the CPU, or the data is broken."})
public final class DoctorCommand implements Callable<Integer> {

  private static final double TOLERANCE = 1e-9;
  private static final String ALLOCATOR = "GLIBC_TUNABLES";

  private final Surroundings surroundings;

  private final List<Finding> findings = new ArrayList<>();

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--json",
      description = "Print JSON, at the end: whether all is well, and what was found.")
  private boolean json;

  /**
   * One line of what was found.
   *
   * @param about what it is about
   * @param found what was found
   */
  private record Finding(String about, String found) {}

  /**
   * All that was found.
   *
   * @param well whether every backend runs on the CPU, and the data can be read
   * @param findings what was found, in the order in which it was
   */
  private record Diagnosis(boolean well, List<Finding> findings) {}

  public DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Environment.describe().forEach(this::line);
    if (!surroundings.environment().containsKey(ALLOCATOR)) {
      line(
          "allocator", "the default; the launcher \"normscape\" sets a much faster one with glibc");
    }
    boolean well = true;
    for (String name : surroundings.backends(Device.CPU).names()) {
      Optional<String> trouble = examine(name, Device.CPU);
      well &= trouble.isEmpty();
      trouble.ifPresent(sentence -> line(name + " cpu", sentence));
    }
    examineGpus();
    well &= examineData();
    if (json) {
      surroundings.out().print(Json.pretty(new Diagnosis(well, findings)));
    }
    return well ? 0 : UserError.Kind.FAILURE.exitCode();
  }

  /** Lists the GPUs that backends know, and lets those that can compute on the first. */
  private void examineGpus() {
    Injection.describeDevices().forEach(this::line);
    Set<String> others = surroundings.backends(Device.gpu(0)).names();
    others.remove(Injection.REFERENCE);
    for (String name : others) {
      examine(name, Device.gpu(0)).ifPresent(sentence -> line(name + " gpu", sentence));
    }
  }

  /** Opens a backend and lets it compute; what is wrong, if anything. */
  private Optional<String> examine(String name, Device device) {
    long start = System.nanoTime();
    try (Backend backend = surroundings.backends(device).open(name);
        Backend reference = Backends.raw(Injection.REFERENCE, Device.CPU)) {
      double difference = Proof.difference(backend, reference);
      if (!(difference < TOLERANCE)) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "computes the gradient of a 3×3 convolution wrongly: relative difference %.1e",
                difference));
      }
      line(
          name + " " + device,
          String.format(
              Locale.ROOT,
              "%s works: gradient of a 3×3 convolution in float64, relative difference %.1e from the reference; %.1f s to load and compute",
              backend.info().version(),
              difference,
              (System.nanoTime() - start) / 1e9));
      tellKernels(name, backend.info());
      line(name + " " + device, certificate(backend));
      return Optional.empty();
    } catch (UserError e) {
      return Optional.of("not here: " + e.getMessage().replaceAll("\\s+", " "));
    }
  }

  /** What audits found so far, and where that is kept. */
  private void tellKernels(String name, BackendInfo info) {
    Auditor auditor = surroundings.auditor(Audit.FIRST_USE, sentence -> line(name, sentence));
    List<Choice> found = auditor.found(info);
    if (found.isEmpty()) {
      return;
    }
    List<Choice> faulty = found.stream().filter(choice -> !choice.faults().isEmpty()).toList();
    line(
        name + " kernels",
        "%s calls audited on this processor, %s with a wrong kernel; kept in %s"
            .formatted(found.size(), faulty.size(), auditor.file(info)));
    faulty.forEach(choice -> line("", choice.sentence(name)));
    long provisional = found.stream().filter(Choice::wasTimedOnBusyMachine).count();
    if (provisional > 0) {
      line(
          "",
          "%s of them were timed on a busy machine, and are timed again when it is quiet"
              .formatted(provisional));
    }
  }

  private String certificate(Backend backend) {
    return Certificates.in(UserCache.folder(surroundings.environment(), surroundings.home()))
        .find(CertificateKey.of(backend.info()))
        .map(KeptCertificate::describe)
        .orElse(
            "this machine has not been certified for the installed versions. To do so: ./normscape certify");
  }

  private boolean examineData() {
    try {
      DataSource source = new Auto();
      DataContext context = data.context(surroundings);
      Dataset dataset = source.load(context);
      line(
          "data",
          "%s: %s examples to train on, %s to test on"
              .formatted(source.describe(context), dataset.train().size(), dataset.test().size()));
      return true;
    } catch (UserError e) {
      line("data", e.getMessage());
      return false;
    }
  }

  private void line(String name, Object value) {
    findings.add(new Finding(name, value.toString()));
    if (json) {
      return;
    }
    PrintWriter out = surroundings.out();
    out.printf("%-16s %s%n", name, value);
    out.flush();
  }
}
