package org.normscape.bench.norm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.normscape.bench.trainer.libtorch.Libtorch;

/**
 * A function in TorchScript, the language that libtorch compiles and differentiates by itself. So
 * every operation of libtorch can be called in float64, and {@code torch.grad} gives derivatives of
 * any order, where DJL has few layers, epsilon in float32, and first derivatives alone. The
 * function is handed over as libtorch stores a module: a zip archive with its text.
 *
 * @param arguments the names of its arguments, tensors in float64
 * @param body its lines, of which the last returns a list of tensors
 */
record TorchScript(List<String> arguments, List<String> body) {

  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  /** In pickle's second protocol: an object of the class below, whose {@code training} is true. */
  private static final String MODULE =
      "\u0080\u0002c__torch__\nFunction\n)\u0081}(X\u0008\u0000\u0000\u0000training\u0088ub.";

  /** In pickle's second protocol: an empty tuple. */
  private static final String NOTHING = "\u0080\u0002).";

  /** The results for these numbers, each of the shape beside it. */
  List<double[]> run(List<double[]> numbers, List<Shape> shapes) {
    try (NDManager manager = Libtorch.manager();
        PtSymbolBlock function =
            JniUtils.loadModule(
                (PtNDManager) manager, new ByteArrayInputStream(archive()), false, false)) {
      JniUtils.setGradMode(true);
      NDList tensors = new NDList();
      for (int i = 0; i < numbers.size(); i++) {
        tensors.add(manager.create(numbers.get(i)).reshape(shapes.get(i)));
      }
      List<double[]> results = new ArrayList<>();
      for (NDArray result : IValueUtils.forward(function, tensors, true)) {
        results.add(result.toDoubleArray());
      }
      return results;
    } catch (IOException e) {
      throw new UncheckedIOException("TorchScript: libtorch does not take\n" + text(), e);
    }
  }

  private byte[] archive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      entry(zip, "data.pkl", MODULE);
      entry(zip, "code/__torch__.py", text());
      entry(zip, "constants.pkl", NOTHING);
      entry(zip, "version", "3\n");
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry("function/" + name));
    zip.write(content.getBytes(BYTES));
    zip.closeEntry();
  }

  private String text() {
    String parameters =
        IntStream.range(0, arguments.size())
            .mapToObj(i -> ", %s: Tensor".formatted(arguments.get(i)))
            .collect(Collectors.joining());
    return """
    class Function(Module):
      __parameters__ = []
      __buffers__ = []
      training : bool
      def forward(self: __torch__.Function%s) -> List[Tensor]:
    """
        .formatted(parameters)
        .concat(
            body.stream().map(line -> "    %s\n".formatted(line)).collect(Collectors.joining()));
  }
}
