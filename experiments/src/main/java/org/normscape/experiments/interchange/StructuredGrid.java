package org.normscape.experiments.interchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers on a rectangular grid in the plane z = 0, as a file of the Visualization Toolkit: XML, a
 * {@code StructuredGrid} with one array of float64 for each quantity, in base64, least significant
 * byte first (VTK User's Guide, “VTK XML file formats”; the ending is {@code .vts}). ParaView opens
 * it; its filter Warp By Scalar makes a surface of it.
 *
 * @param xs the places along the first axis, ascending
 * @param ys the places along the second axis, ascending
 * @param values by the name of a quantity, the value at each place: x grows fastest; NaN where
 *     there is none
 */
public record StructuredGrid(List<Double> xs, List<Double> ys, Map<String, List<Double>> values) {

  public StructuredGrid {
    xs = List.copyOf(xs);
    ys = List.copyOf(ys);
    values = Map.copyOf(values);
    int size = xs.size() * ys.size();
    values.forEach((name, numbers) -> requireSize(name, numbers.size(), size));
  }

  private static void requireSize(String name, int given, int size) {
    if (given != size) {
      throw new IllegalArgumentException(
          "StructuredGrid: a quantity must have one value for each of %s places, but %s has %s. To fix: add NaN where nothing was measured."
              .formatted(size, name, given));
    }
  }

  /** The file. */
  public byte[] vts() {
    String extent = "0 %s 0 %s 0 0".formatted(xs.size() - 1, ys.size() - 1);
    StringBuilder xml = new StringBuilder();
    xml.append("<?xml version=\"1.0\"?>\n");
    xml.append(
        "<VTKFile type=\"StructuredGrid\" version=\"1.0\" byte_order=\"LittleEndian\" header_type=\"UInt64\">\n");
    xml.append("<StructuredGrid WholeExtent=\"%s\">\n".formatted(extent));
    xml.append("<Piece Extent=\"%s\">\n".formatted(extent));
    xml.append("<PointData>\n");
    new TreeMap<>(values).forEach((name, numbers) -> xml.append(array(name, 1, doubles(numbers))));
    xml.append("</PointData>\n<Points>\n").append(array("points", 3, points()));
    xml.append("</Points>\n</Piece>\n</StructuredGrid>\n</VTKFile>\n");
    return xml.toString().getBytes(StandardCharsets.UTF_8);
  }

  private double[] points() {
    double[] points = new double[3 * xs.size() * ys.size()];
    int next = 0;
    for (double y : ys) {
      for (double x : xs) {
        points[next] = x;
        points[next + 1] = y;
        next += 3;
      }
    }
    return points;
  }

  private static double[] doubles(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static String array(String name, int components, double[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + values.length * Double.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong((long) values.length * Double.BYTES);
    for (double value : values) {
      bytes.putDouble(value);
    }
    return "<DataArray type=\"Float64\" Name=\"%s\" NumberOfComponents=\"%s\" format=\"binary\">%s</DataArray>\n"
        .formatted(name, components, Base64.getEncoder().encodeToString(bytes.array()));
  }
}
