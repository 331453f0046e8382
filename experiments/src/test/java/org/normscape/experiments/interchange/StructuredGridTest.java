package org.normscape.experiments.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Grids as files of the Visualization Toolkit, read back by the parser of the JDK. */
public final class StructuredGridTest {

  private static final StructuredGrid GRID =
      new StructuredGrid(
          List.of(-1.0, 0.0, 1.0),
          List.of(2.0, 3.0),
          Map.of(
              "loss",
              List.of(1.0, 2.0, 1.0 / 3, Double.NaN, Double.POSITIVE_INFINITY, -0.0),
              "accuracy",
              List.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5)));

  /** The arrays of a file by name, with the number of components and the extent. */
  public static Map<String, List<Double>> arrays(byte[] file) throws Exception {
    Map<String, List<Double>> arrays = new LinkedHashMap<>();
    NodeList nodes = document(file).getElementsByTagName("DataArray");
    for (int i = 0; i < nodes.getLength(); i++) {
      Element array = (Element) nodes.item(i);
      assertThat(array.getAttribute("type")).isEqualTo("Float64");
      assertThat(array.getAttribute("format")).isEqualTo("binary");
      arrays.put(array.getAttribute("Name"), doubles(array.getTextContent()));
    }
    return arrays;
  }

  private static List<Double> doubles(String text) {
    ByteBuffer bytes =
        ByteBuffer.wrap(Base64.getDecoder().decode(text)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(bytes.getLong()).isEqualTo(bytes.remaining());
    List<Double> values = new ArrayList<>();
    while (bytes.hasRemaining()) {
      values.add(bytes.getDouble());
    }
    return values;
  }

  private static Document document(byte[] file) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(file));
  }

  @Test
  void everyNumberIsReadBack() throws Exception {
    Map<String, List<Double>> arrays = arrays(GRID.vts());
    assertThat(arrays).containsOnlyKeys("accuracy", "loss", "points");
    assertThat(arrays.get("loss")).isEqualTo(GRID.values().get("loss"));
    assertThat(arrays.get("accuracy")).isEqualTo(GRID.values().get("accuracy"));
    assertThat(arrays.get("points"))
        .containsExactly(
            -1.0, 2.0, 0.0, 0.0, 2.0, 0.0, 1.0, 2.0, 0.0, -1.0, 3.0, 0.0, 0.0, 3.0, 0.0, 1.0, 3.0,
            0.0);
  }

  @Test
  void theExtentCountsSteps() throws Exception {
    Document document = document(GRID.vts());
    Element file = document.getDocumentElement();
    assertThat(file.getAttribute("type")).isEqualTo("StructuredGrid");
    assertThat(file.getAttribute("byte_order")).isEqualTo("LittleEndian");
    assertThat(file.getAttribute("header_type")).isEqualTo("UInt64");
    for (String tag : List.of("StructuredGrid", "Piece")) {
      Element element = (Element) document.getElementsByTagName(tag).item(0);
      String name = tag.equals("Piece") ? "Extent" : "WholeExtent";
      assertThat(element.getAttribute(name)).isEqualTo("0 2 0 1 0 0");
    }
    Element points = (Element) document.getElementsByTagName("Points").item(0);
    assertThat(((Element) points.getElementsByTagName("DataArray").item(0)))
        .extracting(array -> array.getAttribute("NumberOfComponents"))
        .isEqualTo("3");
  }

  @Test
  void aPlaceWithoutAValueIsRefused() {
    assertThatThrownBy(
            () -> new StructuredGrid(List.of(0.0), List.of(0.0), Map.of("loss", List.of())))
        .hasMessage(
            "StructuredGrid: a quantity must have one value for each of 1 places, but loss has 0. To fix: add NaN where nothing was measured.");
  }
}
