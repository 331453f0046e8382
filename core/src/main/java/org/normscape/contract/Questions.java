package org.normscape.contract;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.normscape.contract.cases.Case;
import org.normscape.contract.cases.CompositeCases;
import org.normscape.contract.cases.ContractionCases;
import org.normscape.contract.cases.Extremes;
import org.normscape.contract.cases.LargeCases;
import org.normscape.contract.cases.MixedPrograms;
import org.normscape.contract.cases.NetworkCases;
import org.normscape.contract.cases.NormalizationVectors;
import org.normscape.contract.cases.PrimitiveCases;
import org.normscape.contract.cases.RandomPrograms;
import org.normscape.contract.cases.ReductionCases;
import org.normscape.contract.cases.Sampler;
import org.normscape.contract.cases.TrapCases;
import org.normscape.ir.DType;
import org.normscape.ir.Equation;
import org.normscape.model.ResNet;
import org.normscape.model.Vgg;
import org.normscape.model.residual.NormalizerFree;
import org.normscape.model.residual.PostActivation;
import org.normscape.model.residual.PreActivation;
import org.normscape.model.residual.ResidualBlock;
import org.normscape.nn.Layer;
import org.normscape.nn.initialization.He;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.LayerNorm;
import org.normscape.norm.None;
import org.normscape.norm.Normalization;
import org.normscape.norm.NormalizationScheme;
import org.normscape.norm.weight.ScaledWeightStandardization;

/** The questions of the contract, by what they are about. */
public final class Questions {

  private static final List<DType> DTYPES = List.of(DType.FLOAT32, DType.FLOAT64);
  private static final String NETWORKS = "networks";
  private static final int PROGRAMS = 200;

  private Questions() {}

  /** About matrix products and convolutions. */
  public static List<Question> contractions() {
    return rows("contractions", ContractionCases.all());
  }

  /** About all other primitives. */
  public static List<Question> otherPrimitives() {
    return rows("primitives", PrimitiveCases.others());
  }

  /** About mistakes that backends have been seen to make when operations meet. */
  public static List<Question> traps() {
    return rows("operations that meet", TrapCases.all());
  }

  /** About composites: rows, and whether kernels mean what bodies mean. */
  public static List<Question> composites() {
    return withBodies("composites", CompositeCases.all());
  }

  /** About values and derivatives up to the third that were computed elsewhere. */
  public static List<Question> known() {
    return NormalizationVectors.all().stream()
        .flatMap(known -> DTYPES.stream().<Question>map(dtype -> KnownQuestion.of(known, dtype)))
        .toList();
  }

  /** About small networks: rows, and whether kernels mean what bodies mean. */
  public static List<Question> smallNetworks() {
    return withBodies(NETWORKS, NetworkCases.all());
  }

  /** About programs nobody thought of. */
  public static List<Question> randomPrograms() {
    return rows("random programs", RandomPrograms.all());
  }

  /**
   * About whole networks: derivatives in float64, and the gradient in fast numerics of one whose
   * 24, 48 and 96 channels leave tails beside every width of a register.
   */
  public static List<Question> networks() {
    return List.of(
        FastGradientQuestion.of("VGG-A of width 24", vgg(24, new None())),
        FastGradientQuestion.of(
            "VGG-A of width 24 with layer normalization", vgg(24, new LayerNorm())),
        NetworkQuestion.of("VGG-A with batch normalization", vgg(2, new BatchNorm())),
        NetworkQuestion.of("VGG-A with layer normalization", vgg(2, new LayerNorm())),
        NetworkQuestion.of(
            "ResNet-14 with batch normalization",
            resNet(14, new PostActivation(), new BatchNorm())),
        NetworkQuestion.of(
            "ResNet-8 with pre-activation", resNet(8, new PreActivation(), new BatchNorm())),
        NetworkQuestion.of(
            "ResNet-8 without normalizers",
            resNet(8, new NormalizerFree(), new ScaledWeightStandardization())));
  }

  private static Layer vgg(int width, Normalization normalization) {
    return new Vgg(Vgg.Variant.VGG_A, width, He.normal())
        .network(new NormalizationScheme(normalization), 10);
  }

  private static Layer resNet(int depth, ResidualBlock block, Normalization normalization) {
    return new ResNet(depth, 2, He.normal(), block)
        .network(new NormalizationScheme(normalization), 10);
  }

  /** About the bits of exact numerics, but for those that threads could change. */
  public static List<Question> exactBits() {
    return Stream.of(
            bits("exact numerics", PrimitiveCases.all()),
            bits("exact numerics", TrapCases.all()),
            bits("exact numerics", CompositeCases.all()),
            bits(
                "exact numerics",
                IntStream.range(0, PROGRAMS).mapToObj(MixedPrograms::row).toList()))
        .flatMap(List::stream)
        .toList();
  }

  /** About the bits of exact numerics where work is divided among threads. */
  public static List<Question> exactBitsOfThreads() {
    return Stream.of(
            bits(NETWORKS, NetworkCases.all()),
            bits("exact numerics", LargeCases.all()),
            Stream.<Normalization>of(new BatchNorm(), new LayerNorm())
                .<Question>map(TrainingQuestion::of)
                .toList())
        .flatMap(List::stream)
        .toList();
  }

  /** Equal is not enough: exact results are those of float64, but for its last digits. */
  public static List<Question> exactAccuracy() {
    return Stream.concat(ContractionCases.all().stream(), ReductionCases.shapes())
        .flatMap(row -> Stream.<Sampler>of(Sampler.normal(), Extremes::heavyTailed).map(row::on))
        .<Question>map(row -> AccuracyQuestion.of(subject("exact numerics", row), row))
        .toList();
  }

  private static List<Question> bits(String kind, List<Case> rows) {
    return rows.stream()
        .filter(BitsQuestion::isAbout)
        .<Question>map(row -> BitsQuestion.of(subject(kind, row), row))
        .toList();
  }

  /** About rows: values and derivatives in both types. */
  static List<Question> rows(String kind, List<Case> rows) {
    return rows.stream().flatMap(row -> about(subject(kind, row), row)).toList();
  }

  private static List<Question> withBodies(String kind, List<Case> rows) {
    return rows.stream()
        .flatMap(
            row -> {
              String subject = subject(kind, row);
              return Stream.concat(
                  about(subject, row),
                  DTYPES.stream().map(dtype -> BodyQuestion.of(subject, row, dtype)));
            })
        .toList();
  }

  private static Stream<Question> about(String subject, Case row) {
    Stream<Question> values = DTYPES.stream().map(dtype -> ValuesQuestion.of(subject, row, dtype));
    return DerivativeProgram.exists(row)
        ? Stream.concat(
            values, DTYPES.stream().map(dtype -> DerivativesQuestion.of(subject, row, dtype)))
        : values;
  }

  /** The only operation of a row, or else the kind of programs it is of. */
  private static String subject(String kind, Case row) {
    List<Equation> equations = row.program(DType.FLOAT64).equations();
    return equations.size() == 1 ? equations.get(0).operation().name() : kind;
  }
}
