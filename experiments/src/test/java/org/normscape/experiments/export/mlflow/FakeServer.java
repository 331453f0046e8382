package org.normscape.experiments.export.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A tracking server on this machine that keeps what it is told, and refuses what the published
 * interface of MLflow refuses: unknown runs and experiments, missing fields, batches that are too
 * large, parameters that change, names with other letters.
 */
final class FakeServer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROOT = "/api/2.0/mlflow/";

  /** A run as it is kept. */
  record Kept(
      ObjectNode info, Map<String, String> params, Map<String, String> tags, ArrayNode metrics) {}

  private final HttpServer server;
  private final Map<String, String> experiments = new LinkedHashMap<>();
  private final Map<String, Kept> runs = new LinkedHashMap<>();
  private final List<String> calls = new ArrayList<>();
  private String authorization = "";

  FakeServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(ROOT, this::answer);
    server.start();
  }

  URI address() {
    return URI.create(
        "http://%s:%s/"
            .formatted(
                server.getAddress().getAddress().getHostAddress(), server.getAddress().getPort()));
  }

  /** The runs, by their identifiers, in the order in which they were made. */
  Map<String, Kept> runs() {
    return runs;
  }

  /** The run with an identifier. */
  Kept run(String id) {
    return Objects.requireNonNull(runs.get(id));
  }

  /** The identifiers of the experiments by their names. */
  Map<String, String> experiments() {
    return experiments;
  }

  /** What was called, in order. */
  List<String> calls() {
    return calls;
  }

  /** How the last one who called said who it is. */
  String authorization() {
    return authorization;
  }

  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String code;

    Refused(int status, String code, String message) {
      super(message);
      this.status = status;
      this.code = code;
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String call = exchange.getRequestURI().getPath().substring(ROOT.length());
    calls.add(call);
    authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] body = exchange.getRequestBody().readAllBytes();
    try {
      if (body.length > 1 << 20) {
        throw new Refused(400, "INVALID_PARAMETER_VALUE", "the request is larger than 1 MB");
      }
      reply(exchange, 200, JSON.writeValueAsBytes(answer(call, exchange, body)));
    } catch (Refused e) {
      reply(
          exchange,
          e.status,
          JSON.writeValueAsBytes(Map.of("error_code", e.code, "message", e.getMessage())));
    }
  }

  private Object answer(String call, HttpExchange exchange, byte[] body)
      throws IOException, Refused {
    if (call.equals("experiments/get-by-name")) {
      require(exchange.getRequestMethod().equals("GET"), "GET is asked for");
      return found(exchange.getRequestURI().getRawQuery());
    }
    require(exchange.getRequestMethod().equals("POST"), "POST is asked for");
    JsonNode said = JSON.readTree(body);
    return switch (call) {
      case "experiments/create" -> create(said);
      case "runs/create" -> begin(said);
      case "runs/log-batch" -> log(said);
      case "runs/update" -> update(said);
      default -> throw new Refused(404, "ENDPOINT_NOT_FOUND", call);
    };
  }

  private Object found(String query) throws Refused {
    String name =
        URLDecoder.decode(query.replaceFirst("^experiment_name=", ""), StandardCharsets.UTF_8);
    if (!experiments.containsKey(name)) {
      throw new Refused(404, "RESOURCE_DOES_NOT_EXIST", "no experiment " + name);
    }
    return Map.of("experiment", Map.of("experiment_id", experiments.get(name), "name", name));
  }

  private Object create(JsonNode said) throws Refused {
    String name = said.path("name").asText();
    require(!name.isEmpty() && !experiments.containsKey(name), "a new name is needed");
    experiments.put(name, String.valueOf(experiments.size() + 1));
    return Map.of("experiment_id", experiments.get(name));
  }

  private Object begin(JsonNode said) throws Refused {
    require(experiments.containsValue(said.path("experiment_id").asText()), "no such experiment");
    require(said.path("start_time").isIntegralNumber(), "start_time is in milliseconds");
    String id = "run" + runs.size();
    Kept kept =
        new Kept(
            JSON.createObjectNode().put("status", "RUNNING"),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            JSON.createArrayNode());
    kept.info().set("run_name", said.path("run_name"));
    said.path("tags")
        .forEach(tag -> kept.tags().put(tag.path("key").asText(), tag.path("value").asText()));
    require(
        !kept.tags().containsKey("mlflow.parentRunId")
            || runs.containsKey(kept.tags().get("mlflow.parentRunId")),
        "the parent is a run");
    runs.put(id, kept);
    return Map.of("run", Map.of("info", Map.of("run_id", id)));
  }

  private Object log(JsonNode said) throws Refused {
    Kept run = run(said);
    int all = said.path("metrics").size() + said.path("params").size() + said.path("tags").size();
    require(said.path("params").size() <= 100, "at most 100 params");
    require(said.path("tags").size() <= 100, "at most 100 tags");
    require(all <= 1000, "at most 1000 in all");
    for (JsonNode param : said.path("params")) {
      name(param);
      String value = param.path("value").asText();
      require(!value.isEmpty() && value.length() <= 6000, "a value is of 1 to 6000 letters");
      String before = run.params().put(param.path("key").asText(), value);
      require(before == null || before.equals(value), "a param does not change");
    }
    for (JsonNode metric : said.path("metrics")) {
      name(metric);
      require(metric.path("timestamp").isIntegralNumber(), "a timestamp is in milliseconds");
      require(metric.path("step").isIntegralNumber(), "a step is a whole number");
      JsonNode value = metric.path("value");
      require(
          value.isNumber() || List.of("NaN", "Infinity", "-Infinity").contains(value.asText()),
          "a value is a number");
      run.metrics().add(metric);
    }
    return Map.of();
  }

  private Object update(JsonNode said) throws Refused {
    Kept run = run(said);
    require(
        List.of("RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED")
            .contains(said.path("status").asText()),
        "a status has one of five words");
    require(said.path("end_time").isIntegralNumber(), "end_time is in milliseconds");
    run.info().set("status", said.path("status"));
    return Map.of("run_info", run.info());
  }

  private Kept run(JsonNode said) throws Refused {
    Kept run = runs.get(said.path("run_id").asText());
    if (run == null) {
      throw new Refused(404, "RESOURCE_DOES_NOT_EXIST", "no such run");
    }
    return run;
  }

  private static void name(JsonNode entry) throws Refused {
    String name = entry.path("key").asText();
    require(name.matches("[\\w./ -]{1,250}"), "not a name: " + name);
  }

  private static void require(boolean holds, String rule) throws Refused {
    if (!holds) {
      throw new Refused(400, "INVALID_PARAMETER_VALUE", rule);
    }
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
