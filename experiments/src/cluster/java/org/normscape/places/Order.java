package org.normscape.places;

import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What the driver of a run has ordered.
 *
 * @param count how many places
 * @param host where the driver waits for workers; empty where Spark knows
 * @param port the port at which it does
 * @param token what shows that a caller may
 * @param options options of Java for workers
 * @param variables variables of the environment for workers, as {@code NAME=value}
 * @param classPath the class path of workers
 * @param jars jars that workers add to it
 * @param data the folder of the data on the driver's machine; empty where none is read
 * @param files the files of that folder
 */
record Order(
    int count,
    String host,
    int port,
    String token,
    List<String> options,
    List<String> variables,
    List<Parcel> classPath,
    List<Parcel> jars,
    String data,
    List<Parcel> files)
    implements Serializable {

  /** Reads an order from the file in which the driver has put it. */
  static Order read(Path file) throws IOException {
    Properties order = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      order.load(in);
    }
    return new Order(
        Integer.parseInt(order.getProperty("count")),
        order.getProperty("host"),
        Integer.parseInt(order.getProperty("port")),
        order.getProperty("token"),
        list(order, "option"),
        list(order, "variable"),
        parcels(order, "class-path"),
        parcels(order, "jar"),
        order.getProperty("data", ""),
        parcels(order, "file"));
  }

  /** The same with the driver at this host, where the order says none. */
  Order at(String found) {
    return host.isEmpty()
        ? new Order(
            count, found, port, token, options, variables, classPath, jars, data, files)
        : this;
  }

  private static List<Parcel> parcels(Properties order, String name) {
    return new ArrayList<>(list(order, name).stream().map(Parcel::parse).toList());
  }

  /** A list that can be sent whatever Java receives it. */
  private static List<String> list(Properties order, String name) {
    List<String> values = new ArrayList<>();
    String value = order.getProperty(name + ".0");
    while (value != null) {
      values.add(value);
      value = order.getProperty(name + "." + values.size());
    }
    return values;
  }
}
