package org.normscape.experiments.cli.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendException;
import org.normscape.backend.Device;
import org.normscape.backend.UserCache;
import org.normscape.contract.Topic;
import org.normscape.contract.certificate.Certificate;
import org.normscape.contract.certificate.Certification;
import org.normscape.contract.certificate.Extent;
import org.normscape.experiments.UserError;
import org.normscape.experiments.certify.CertificateKey;
import org.normscape.experiments.certify.CertificateTable;
import org.normscape.experiments.certify.Certificates;
import org.normscape.experiments.certify.KeptCertificate;
import org.normscape.experiments.cli.surroundings.Injection;
import org.normscape.experiments.cli.surroundings.Screens;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.run.progress.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code normscape certify}: whether backends compute rightly on this machine. */
@Command(
    name = "certify",
    description = "Says whether backends compute right numbers on this machine.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Every primitive and composite is asked for values and derivatives, in float32 and float64, and held",
      "against plain loops, finite differences and values known from elsewhere; convolutions, pools and",
      "matrix products in many geometries besides, drawn anew from a seed. For each the largest difference",
      "is shown, relative to what is allowed: above 1 it is wrong. The result is kept in the user's cache,",
      "where \"normscape doctor\" finds it. A backend of your own is certified by its name once its jar is on",
      "the class path, to which NORMSCAPE_CLASS_PATH adds.",
      "",
      "Examples:",
      "  normscape certify                               every backend that works here",
      "  normscape certify --backend tensorflow --quick  seconds",
      "  normscape certify --all --json certificate.json  all geometries, many minutes",
      "  normscape certify --quick --json                the same document on standard output",
      "",
      "Exit codes: 0 right, 3 wrong numbers, 1 failed, 2 wrong usage."
    })
public final class CertifyCommand implements Callable<Integer> {

  /** The exit code when numbers are wrong. */
  static final int WRONG = 3;

  /** What stands for standard output where a file could be named. */
  private static final String TO_STANDARD_OUTPUT = "-";

  private static final List<String> OWN = List.of("-agent", "-javaagent", "-XX:StartFlight");

  private final Surroundings surroundings;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description =
          "What is certified, such as tensorflow; every backend that works here if not given.")
  private Optional<String> backend = Optional.empty();

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "Where it runs: cpu, gpu or gpu:N; ${DEFAULT-VALUE} if not given.",
      defaultValue = "cpu")
  private String device = "cpu";

  @Option(
      names = "--quick",
      description = "A few rows of everything, in seconds; otherwise two to four minutes.")
  private boolean quick;

  @Option(names = "--all", description = "The long sweep of geometries too, in many minutes.")
  private boolean all;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description =
          "What the random geometries are drawn from; another one each time if not given.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      arity = "0..1",
      fallbackValue = TO_STANDARD_OUTPUT,
      description =
          "Writes everything that was found as JSON: into a file as well, or without one to standard output, and the tables to standard error.")
  private Optional<String> json = Optional.empty();

  public CertifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Extent extent = extent();
    Optional<Path> file = json.filter(CertifyCommand::isFile).map(Path::of);
    file.ifPresent(CertifyCommand::check);
    long drawn = seed.orElseGet(() -> surroundings.clock().millis());
    List<KeptCertificate> kept = new ArrayList<>();
    try (Progress progress = Screens.progress(surroundings)) {
      for (Candidate candidate : candidates()) {
        progress.note("%s: geometries from --seed %s".formatted(candidate, drawn));
        kept.add(certify(candidate, extent, drawn, progress));
      }
    }
    file.ifPresent(named -> write(named, kept));
    if (printsJson()) {
      surroundings.out().print(Certificates.json(kept));
    }
    return kept.stream().allMatch(KeptCertificate::passed) ? 0 : WRONG;
  }

  private static boolean isFile(String named) {
    return !named.equals(TO_STANDARD_OUTPUT);
  }

  private boolean printsJson() {
    return json.equals(Optional.of(TO_STANDARD_OUTPUT));
  }

  private PrintWriter tables() {
    return printsJson() ? surroundings.err() : surroundings.out();
  }

  private Extent extent() {
    if (quick && all) {
      throw UserError.usage(
          "--quick, --all: at most one may be given, but both were. To fix: leave one out.");
    }
    return all ? Extent.ALL : quick ? Extent.QUICK : Extent.STANDARD;
  }

  private List<Candidate> candidates() {
    Device where = where();
    if (backend.isEmpty()) {
      return Candidate.working(where, surroundings);
    }
    surroundings.backends(where).check(backend.get());
    return List.of(new Candidate(backend.get(), where));
  }

  private Device where() {
    try {
      return Device.parse(device);
    } catch (IllegalArgumentException e) {
      throw UserError.usage("--" + e.getMessage());
    }
  }

  private KeptCertificate certify(
      Candidate candidate, Extent extent, long drawn, Progress progress) {
    try {
      Certificate certificate = certificate(candidate, extent, drawn, progress);
      new CertificateTable(candidate.toString(), certificate).lines().forEach(tables()::println);
      tables().flush();
      return keep(certificate);
    } catch (BackendException e) {
      throw UserError.failure(String.valueOf(e.getMessage()), e);
    }
  }

  private Certificate certificate(
      Candidate candidate, Extent extent, long drawn, Progress progress) {
    UnaryOperator<Certification> asking =
        asked -> asked.asking(extent).from(drawn).telling(new Heard(candidate, progress));
    Injection backends = surroundings.backends(candidate.device());
    if (backends.isProvided(candidate.backend())) {
      return asking
          .apply(Certification.apart(candidate.backend(), candidate.device(), options()))
          .run();
    }
    progress.note(
        "%s: asked in this process, which a crash would end, since a module alone binds it"
            .formatted(candidate));
    try (Backend opened = backends.open(candidate.backend())) {
      return asking.apply(Certification.of(opened)).run();
    }
  }

  /** Those of this virtual machine, but for what only one can have: a debugger, a recording. */
  private static List<String> options() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> OWN.stream().noneMatch(option::startsWith))
        .toList();
  }

  private KeptCertificate keep(Certificate certificate) {
    KeptCertificate kept =
        KeptCertificate.of(
            certificate,
            CertificateKey.of(certificate.backend()),
            LocalDate.now(surroundings.clock()).toString());
    Certificates certificates =
        Certificates.in(UserCache.folder(surroundings.environment(), surroundings.home()));
    try {
      certificates.keep(kept);
    } catch (IOException e) {
      surroundings
          .err()
          .printf(
              "certify: \"%s\" must be writable to keep the certificate, but it is not (%s). To fix: free space, or set XDG_CACHE_HOME to another folder.%n",
              certificates.folder(), e);
    }
    return kept;
  }

  private static void check(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw UserError.usage(
          "--json: must name a file in a folder that is there, but \"%s\" is not. To fix: make the folder."
              .formatted(folder));
    }
  }

  private static void write(Path file, List<KeptCertificate> kept) {
    try {
      Files.writeString(file, Certificates.json(kept));
    } catch (IOException e) {
      throw UserError.failure(
          "--json: \"%s\" must be writable, but it is not (%s). To fix: name a file in a folder that is there."
              .formatted(file, e),
          e);
    }
  }

  /** Tells someone who waits how far a certification is. */
  private record Heard(Candidate candidate, Progress progress) implements Certification.Listener {

    @Override
    public void begun(int count) {
      progress.begin("certify " + candidate, count);
    }

    @Override
    public void answered(Topic topic) {
      progress.advance(1, topic.subject());
    }
  }
}
