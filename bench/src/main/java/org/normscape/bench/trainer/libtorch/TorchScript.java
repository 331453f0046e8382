package org.normscape.bench.trainer.libtorch;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
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
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A function in TorchScript, the language that libtorch compiles and differentiates by itself. So
 * every operation of libtorch can be called, with each number in float64, and {@code torch.grad}
 * gives derivatives of any order, where DJL has few layers, epsilon in float32, and first
 * derivatives alone. The function is handed over as libtorch stores a module: a zip archive with
 * its text.
 *
 * @param arguments the names of its arguments, tensors
 * @param body its lines, of which the last returns a list of tensors
 */
public record TorchScript(List<String> arguments, List<String> body) {

  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  /** In pickle's second protocol: an object of the class below, whose {@code training} is true. */
  private static final String MODULE =
      "\u0080\u0002c__torch__\nFunction\n)\u0081}(X\u0008\u0000\u0000\u0000training\u0088ub.";

  /** In pickle's second protocol: an empty tuple. */
  private static final String NOTHING = "\u0080\u0002).";

  /**
   * The function, compiled, from its arguments to its results, which belong to what the first
   * argument belongs to. It can be differentiated, and closes with the manager.
   */
  public UnaryOperator<NDList> compile(NDManager manager) {
    try {
      PtSymbolBlock function =
          JniUtils.loadModule(
              (PtNDManager) manager, new ByteArrayInputStream(archive()), false, false);
      return arguments -> IValueUtils.forward(function, arguments, true);
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
