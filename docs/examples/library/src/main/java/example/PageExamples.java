package example;

import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Device;
import org.normscape.backend.Numerics;
import org.normscape.contract.certificate.Certificate;
import org.normscape.contract.certificate.Certification;
import org.normscape.contract.certificate.Extent;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;
import org.normscape.probe.ProbeSession;
import org.normscape.probe.Site;
import org.normscape.probe.sharpness.SamSharpness;

/** The short examples of the pages, so that they are compiled. */
final class PageExamples {

  private PageExamples() {}

  /** docs/probes.md. */
  static void probe(
      Backend backend,
      Numerics numerics,
      Objective objective,
      Point<Array> point,
      Parameters<Array> batch) {
    try (ProbeSession session =
        new ProbeSession(new SamSharpness(), Site.of(backend, numerics, objective))) {
      session.measure(point, batch).readings().forEach(System.out::println);
    }
  }

  /** docs/trust.md. */
  static void certify() {
    try (Backend backend = Backends.raw("tensorflow", Device.CPU)) {
      Certificate certificate = Certification.of(backend).asking(Extent.QUICK).run();
      certificate.wrong().forEach(System.out::println);
    }
  }
}
