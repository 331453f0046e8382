package org.normscape.backend.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GetRegisteredKernelsForOp;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.Executable;
import org.normscape.backend.Numerics;
import org.normscape.backend.tf.runtime.NativeCall;
import org.normscape.contract.cases.PrimitiveCases;
import org.normscape.ir.DType;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.KernelDef;
import org.tensorflow.proto.KernelList;
import org.tensorflow.proto.NodeDef;

/**
 * Whether a GPU has kernels for what programs are lowered to. The table is what TensorFlow's build
 * for GPUs says of itself; with that build on the class path, the system property {@code
 * normscape.gpu.kernels.write} writes it anew.
 */
final class GpuKernelsTest {

  private static final String TABLE = "gpu-kernels.txt";
  private static final Path FOLDER = Path.of("src/test/resources/org/normscape/backend/tf");

  /** A GPU has the kernels for any device too: those of integers, which run on the host. */
  private static final Set<String> DEVICES = Set.of("GPU", "DEFAULT");

  private static final Set<DataType> TYPES =
      Set.of(DataType.DT_FLOAT, DataType.DT_DOUBLE, DataType.DT_INT32, DataType.DT_BOOL);
  private static final BackendInfo GPU = new BackendInfo("tensorflow", "", Device.gpu(0), Map.of());

  /** The operations of all primitives, as they are written for a GPU: there are no others there. */
  private static List<NodeDef> operations() {
    List<NodeDef> operations = new ArrayList<>();
    try (TensorFlowBackend backend =
        new TensorFlowBackend(GPU, new WritingRuntime(operations::addAll))) {
      for (DType dtype : List.of(DType.FLOAT32, DType.FLOAT64)) {
        PrimitiveCases.all().stream()
            .map(row -> row.program(dtype))
            .map(program -> backend.compile(program, Compilation.of(Numerics.FAST)))
            .forEach(Executable::close);
      }
    }
    // What is called a placeholder here is an argument where it runs.
    operations.removeIf(node -> node.getOp().equals("Placeholder"));
    return operations;
  }

  @Test
  void aGpuHasAKernelForEachOperation() {
    List<List<String>> table = table();
    Map<String, NodeDef> distinct = new TreeMap<>();
    operations().forEach(node -> distinct.put(node.getOp() + types(node), node));
    distinct.values().removeIf(node -> table.stream().anyMatch(kernel -> fits(kernel, node)));
    assertThat(distinct.keySet()).isEmpty();
  }

  /** Each line has the name of an operation, then attributes with the types they may have. */
  private static List<List<String>> table() {
    try (InputStream file = GpuKernelsTest.class.getResourceAsStream(TABLE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> List.of(line.split(" ", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean fits(List<String> kernel, NodeDef node) {
    return kernel.get(0).equals(node.getOp())
        && kernel.stream()
            .skip(1)
            .map(word -> word.split("=", 2))
            .allMatch(pair -> List.of(pair[1].split(",", -1)).contains(type(node, pair[0])));
  }

  private static String type(NodeDef node, String attribute) {
    return node.getAttrOrThrow(attribute).getType().name();
  }

  private static String types(NodeDef node) {
    StringBuilder text = new StringBuilder();
    node.getAttrMap().keySet().stream()
        .sorted()
        .filter(name -> node.getAttrOrThrow(name).getValueCase() == AttrValue.ValueCase.TYPE)
        .forEach(name -> text.append(' ').append(name).append('=').append(type(node, name)));
    return text.toString();
  }

  @Test
  @EnabledIfSystemProperty(named = "normscape.gpu.kernels.write", matches = "true")
  void writeTheTable() throws IOException {
    Set<String> lines = new TreeSet<>();
    Set<String> names = new TreeSet<>();
    operations().forEach(node -> names.add(node.getOp()));
    for (String name : names) {
      kernels(name).stream()
          .filter(kernel -> DEVICES.contains(kernel.getDeviceType()))
          .flatMap(kernel -> line(kernel).stream())
          .forEach(lines::add);
    }
    assertThat(lines).as("kernels for GPUs in this build").isNotEmpty();
    Files.createDirectories(FOLDER);
    Files.write(FOLDER.resolve(TABLE), lines);
  }

  private static List<KernelDef> kernels(String operation) throws InvalidProtocolBufferException {
    try (NativeCall call = new NativeCall()) {
      TF_Buffer buffer = TF_GetRegisteredKernelsForOp(operation, call.status());
      call.check();
      return KernelList.parseFrom(buffer.copyData()).getKernelList();
    }
  }

  /** Nothing, where a kernel is for types that programs do not have. */
  private static Optional<String> line(KernelDef kernel) {
    Map<String, List<String>> constraints = new TreeMap<>();
    kernel
        .getConstraintList()
        .forEach(c -> constraints.put(c.getName(), types(c.getAllowedValues().getList())));
    StringBuilder line = new StringBuilder(kernel.getOp());
    constraints.forEach(
        (name, types) -> line.append(' ').append(name).append('=').append(String.join(",", types)));
    return constraints.containsValue(List.of()) ? Optional.empty() : Optional.of(line.toString());
  }

  private static List<String> types(AttrValue.ListValue values) {
    return values.getTypeList().stream().filter(TYPES::contains).map(Enum::name).sorted().toList();
  }
}
