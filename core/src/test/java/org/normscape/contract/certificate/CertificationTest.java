package org.normscape.contract.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Backend;
import org.normscape.check.FaultyBackend;
import org.normscape.contract.Outcome;
import org.normscape.contract.Question;
import org.normscape.contract.Questions;
import org.normscape.contract.Topic;
import org.normscape.contract.Verdict;
import org.normscape.ir.Contraction.MatMul;
import org.normscape.ir.Elementwise.Tanh;
import org.normscape.ir.Operation;
import org.normscape.ir.Tensor;
import org.normscape.reference.ReferenceBackend;

/** What certificates say of sound backends, wrong ones, and ones that throw. */
final class CertificationTest {

  private final Backend reference = new ReferenceBackend();

  private Certificate certify(Predicate<Operation> struck, UnaryOperator<Tensor> fault) {
    return Certification.of(new FaultyBackend(reference, struck, fault)).asking(Extent.QUICK).run();
  }

  @Test
  void aSoundBackendPasses() {
    Heard heard = new Heard();
    Certificate certificate =
        Certification.of(reference).asking(Extent.QUICK).from(9).telling(heard).run();
    assertThat(certificate.passed()).isTrue();
    assertThat(certificate.wrong()).isEmpty();
    assertThat(certificate.seed()).isEqualTo(9);
    assertThat(heard.answered).hasSizeGreaterThan(300).hasSize(heard.count);
    Finding norm = finding(certificate, "standardization");
    assertThat(norm.lowestOrder()).isZero();
    assertThat(norm.highestOrder()).isEqualTo(3);
    assertThat(norm.difference()).isBetween(0.0, 1.0);
  }

  /** Whoever adds a primitive or a composite sees it in every certificate. */
  @Test
  void everyPrimitiveAndCompositeIsInTheShortestCertificate() {
    Set<String> subjects = new TreeSet<>();
    Certification.of(reference)
        .asking(Extent.QUICK)
        .run()
        .findings()
        .forEach(finding -> subjects.add(finding.subject()));
    List<Question> about = new ArrayList<>(Questions.contractions());
    about.addAll(Questions.otherPrimitives());
    about.addAll(Questions.composites());
    assertThat(about)
        .allSatisfy(question -> assertThat(subjects).contains(question.topic().subject()));
  }

  @Test
  void aWrongPrimitiveIsNamed() {
    Certificate certificate = certify(Tanh.class::isInstance, y -> y.plus(1e-3));
    assertThat(certificate.passed()).isFalse();
    assertThat(certificate.wrong()).extracting(Finding::subject).contains("tanh");
    Finding finding = finding(certificate, "tanh");
    assertThat(finding.verdict()).isEqualTo(Verdict.WRONG);
    assertThat(finding.difference()).isGreaterThan(1);
    assertThat(finding.complaints().get(0).message()).contains("must be", "but it is");
    assertThat(finding(certificate, "exp").isRight()).isTrue();
  }

  @Test
  void aWrongKernelIsNamedByItsSmallestGeometry() {
    Certificate certificate = certify(MatMul.class::isInstance, y -> y.times(1 + 1e-3));
    Finding finding = finding(certificate, "mat_mul");
    assertThat(finding.complaints().get(0).row()).startsWith("[1,1] by [1,1]");
  }

  @Test
  void anExceptionIsAFinding() {
    Certificate certificate =
        certify(
            Tanh.class::isInstance,
            y -> {
              throw new IllegalStateException("no such kernel");
            });
    Finding finding = finding(certificate, "tanh");
    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.complaints())
        .extracting(Outcome::message)
        .allMatch(message -> message.contains("no such kernel"));
  }

  /** Listens to a certification. */
  private static final class Heard implements Certification.Listener {

    private final List<Topic> answered = new ArrayList<>();
    private int count;

    @Override
    public void begun(int count) {
      this.count = count;
    }

    @Override
    public void answered(Topic topic) {
      answered.add(topic);
    }
  }

  private static Finding finding(Certificate certificate, String subject) {
    return certificate.findings().stream()
        .filter(finding -> finding.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }
}
