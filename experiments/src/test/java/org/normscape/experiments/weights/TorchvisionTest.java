package org.normscape.experiments.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.interchange.SafeTensors;
import org.normscape.ir.Shape;
import org.normscape.model.Model;
import org.normscape.model.ProjectionResNet;
import org.normscape.model.ProjectionResNet.Stem;
import org.normscape.model.ResNet;
import org.normscape.model.Vgg;
import org.normscape.nn.initialization.He;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.NormalizationScheme;
import org.normscape.replay.HostArray;

/**
 * Networks named as torchvision does, and as those in wide use for CIFAR-10 are, find their places.
 */
final class TorchvisionTest {

  private static final Shape IMAGENET = Shape.of(1, 224, 224, 3);
  private static final Shape CIFAR = Shape.of(1, 32, 32, 3);

  private static final Model RESNET_18 =
      new ProjectionResNet(List.of(2, 2, 2, 2), 2, Stem.STRIDED, He.normal());

  @TempDir private Path folder;

  @Test
  void resNet18() throws IOException {
    StateDict dict = StateDict.resNet(List.of(2, 2, 2, 2), 2, 10);
    Transfer transfer = transfer(dict, RESNET_18, IMAGENET);
    assertThat(transfer.lines())
        .contains(
            "conv1.weight ← conv1.weight [2,3,7,7]",
            "norm1.variance ← bn1.running_var [2]",
            "block1.conv1.weight ← layer1.0.conv1.weight [2,2,3,3]",
            "block2.norm2.scale ← layer1.1.bn2.weight [2]",
            "block3.shortcut.conv1.weight ← layer2.0.downsample.0.weight [4,2,1,1]",
            "block3.shortcut.norm1.shift ← layer2.0.downsample.1.bias [4]",
            "block8.conv2.weight ← layer4.1.conv2.weight [16,16,3,3]",
            "dense.bias ← fc.bias [10]");
    assertThat(transfer.lines()).hasSize(20 + 4 * 20 + 2);
    HostArray theirs = dict.parameters().get("layer2.0.downsample.0.weight");
    HostArray ours = transfer.arrays().get("block3.shortcut.conv1.weight");
    for (int out = 0; out < 4; out++) {
      for (int in = 0; in < 2; in++) {
        assertThat(ours.at(in * 4 + out)).isEqualTo(theirs.at(out * 2 + in));
      }
    }
  }

  @Test
  void resNet34() throws IOException {
    List<Integer> blocks = List.of(3, 4, 6, 3);
    Model model = new ProjectionResNet(blocks, 1, Stem.STRIDED, He.normal());
    assertThat(transfer(StateDict.resNet(blocks, 1, 10), model, IMAGENET).lines())
        .contains(
            "block14.shortcut.norm1.mean ← layer4.0.downsample.1.running_mean [8]",
            "block16.norm2.mean ← layer4.2.bn2.running_mean [8]");
  }

  @Test
  void resNetsOfCifar() throws IOException {
    Model projected = new ProjectionResNet(List.of(2, 2, 2, 2), 2, Stem.PLAIN, He.normal());
    assertThat(transfer(StateDict.resNetOfCifar(List.of(2, 2, 2, 2), 2), projected, CIFAR).lines())
        .contains(
            "block5.shortcut.conv1.weight ← layer3.0.shortcut.0.weight [8,4,1,1]",
            "dense.weight ← linear.weight [10,16]");
    Model plain = new ResNet(20, 2, He.normal());
    assertThat(transfer(StateDict.plainResNet(3, 2), plain, CIFAR).lines())
        .contains(
            "block4.conv1.weight ← layer2.0.conv1.weight [4,2,3,3]",
            "block9.norm2.variance ← layer3.2.bn2.running_var [8]");
  }

  @Test
  void vgg11() throws IOException {
    StateDict dict = StateDict.vgg11(1, 10);
    Transfer transfer =
        transfer(dict, new Vgg(Vgg.Variant.VGG_11_IMAGENET, 1, He.normal()), IMAGENET);
    assertThat(transfer.lines())
        .contains(
            "conv1.weight ← features.0.weight [1,3,3,3]",
            "norm1.scale ← features.1.weight [1]",
            "conv8.bias ← features.25.bias [8]",
            "dense1.weight ← classifier.0.weight [64,392]",
            "dense3.weight ← classifier.6.weight [10,64]");
    HostArray theirs = dict.parameters().get("classifier.0.weight");
    HostArray ours = transfer.arrays().get("dense1.weight");
    int place = 10;
    int channel = 3;
    assertThat(ours.at((place * 8 + channel) * 64 + 5))
        .isEqualTo(theirs.at(5 * 392 + channel * 49 + place));
  }

  @Test
  void vgg16OfCifar() throws IOException {
    assertThat(
            transfer(StateDict.vgg16OfCifar(1), new Vgg(Vgg.Variant.VGG_16, 1, He.normal()), CIFAR)
                .lines())
        .contains(
            "conv13.weight ← features.40.weight [8,8,3,3]",
            "norm13.mean ← features.41.running_mean [8]",
            "dense1.weight ← classifier.weight [10,8]");
  }

  @Test
  void whatIsMissingOrLeftOverIsSaid() {
    refused(
        "\"layer2.0.downsample.1\" has no mean", Map.of(), "layer2.0.downsample.1.running_mean");
    refused("\"fc\" has no bias for \"dense.bias\"", Map.of(), "fc.bias");
    refused(
        "it has 19 layers of the kind convolution where the network has 20",
        Map.of(),
        "layer4.1.conv2.weight");
    HostArray other = StateDict.resNet(List.of(1), 2, 3).parameters().get("fc.weight");
    refused("\"fc.weight\" is [16,3] where dense.weight is [16,10]", Map.of("fc.weight", other));
    HostArray more = StateDict.vgg11(1, 3).parameters().get("features.0.weight");
    refused(
        "it has 21 layers of the kind convolution where the network has 20",
        Map.of("layer5.0.conv1.weight", more));
  }

  private void refused(String sentence, Map<String, HostArray> added, String... removed) {
    StateDict dict = StateDict.resNet(List.of(2, 2, 2, 2), 2, 10);
    dict.arrays().putAll(added);
    dict.arrays().keySet().removeAll(List.of(removed));
    assertThatThrownBy(() -> transfer(dict, RESNET_18, IMAGENET))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }

  private Transfer transfer(StateDict dict, Model model, Shape input) throws IOException {
    Path file = folder.resolve("weights.safetensors");
    Files.write(file, SafeTensors.write(dict.parameters(), Map.of()));
    return Transfer.of(
        new Weights(file.toString(), Convention.PYTORCH),
        model.network(new NormalizationScheme(new BatchNorm()), 10),
        input);
  }
}
