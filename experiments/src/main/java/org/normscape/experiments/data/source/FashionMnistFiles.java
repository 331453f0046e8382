package org.normscape.experiments.data.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.normscape.experiments.data.DataFolder;
import org.normscape.experiments.data.file.KnownFiles;

/** The files of Fashion-MNIST: all of it, and the part that comes with Normscape. */
final class FashionMnistFiles {

  private static final int EMBEDDED_TRAIN = 5_000;
  private static final int EMBEDDED_TEST = 1_000;

  private FashionMnistFiles() {}

  /** Where Debian's package puts them. */
  static DataFolder system() {
    return new DataFolder(Path.of("/usr/share/datasets/fashion-mnist"), DataFolder.Origin.SYSTEM);
  }

  static KnownFiles whole() {
    return MnistFormat.files(
        "Fashion-MNIST",
        "fashion-mnist",
        "install Debian's package dataset-fashion-mnist",
        List.of(
            "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
            "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
            "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
            "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"));
  }

  static KnownFiles embedded() {
    return new KnownFiles(
        "the first 5,000 + 1,000 images of Fashion-MNIST",
        "fashion-mnist-5000",
        "install Normscape again",
        List.of(
            MnistFormat.images(
                "train",
                EMBEDDED_TRAIN,
                "626b8bf8433327de7912bae1d0e4c70fdcca53de33970297bf9a2205500c574a"),
            MnistFormat.labels(
                "train",
                EMBEDDED_TRAIN,
                "86cccad95ab36653e416733235fc8fbb50b9429417f4eb2feb35e0b9a294e83c"),
            MnistFormat.images(
                "t10k",
                EMBEDDED_TEST,
                "7a6d8e07ea021ec5bc73135ebd0a5770799557ec6f8242d8749c4f32a3cf4643"),
            MnistFormat.labels(
                "t10k",
                EMBEDDED_TEST,
                "b40abac7ec8228f434940f579deb7cf7b6e3103b5274cb91d1545771f5ef1c8b")),
        Map.of());
  }
}
