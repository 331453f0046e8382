package org.normscape.experiments.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What {@code normscape-bom} sets in the build of who imports it: our versions, no others. */
final class VersionListTest {

  private static final String MANAGED = "/project/dependencyManagement/dependencies/dependency";

  private final Document list = read("../core/bom/pom.xml");
  private final Document build = read("../pom.xml");

  /** A parent would pass on the versions of all that this build uses. */
  @Test
  void inheritsNothing() {
    assertThat(texts(list, "/project/parent")).isEmpty();
  }

  @Test
  void hasTheVersionOfTheBuild() {
    assertThat(texts(list, "/project/version")).isEqualTo(texts(build, "/project/version"));
    assertThat(texts(list, MANAGED + "[groupId='org.normscape']/version"))
        .containsOnly("${project.version}");
  }

  @Test
  void hasEveryArtifactThatTheBuildManagesOfOurs() {
    assertThat(texts(list, MANAGED + "[groupId='org.normscape']/artifactId"))
        .contains("normscape-core")
        .isEqualTo(texts(build, MANAGED + "[groupId='org.normscape']/artifactId"));
  }

  @Test
  void hasNothingOfOthersButNativesForGpus() {
    String others = MANAGED + "[groupId!='org.normscape']";
    Map<String, String> properties =
        Map.of("tensorflow-core-native", "tensorflow.version", "cuda", "cuda.version");
    assertThat(texts(list, others + "/artifactId"))
        .containsExactlyInAnyOrderElementsOf(properties.keySet());
    properties.forEach(
        (artifact, property) ->
            assertThat(texts(list, "%s[artifactId='%s']/version".formatted(others, artifact)))
                .isEqualTo(texts(build, "/project/properties/" + property)));
  }

  private static Document read(String file) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(Path.of(file).toFile());
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new AssertionError(file, e);
    }
  }

  private static List<String> texts(Document document, String path) {
    try {
      NodeList nodes =
          (NodeList)
              XPathFactory.newInstance()
                  .newXPath()
                  .evaluate(path, document, XPathConstants.NODESET);
      return IntStream.range(0, nodes.getLength())
          .mapToObj(i -> nodes.item(i).getTextContent().strip())
          .toList();
    } catch (XPathExpressionException e) {
      throw new AssertionError(path, e);
    }
  }
}
