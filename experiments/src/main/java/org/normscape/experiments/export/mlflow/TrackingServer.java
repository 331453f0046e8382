package org.normscape.experiments.export.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.file.Json;

/**
 * An MLflow tracking server, as its REST interface of version 2.0 has it (mlflow.org, "REST API").
 * Who needs to say who they are sets {@code MLFLOW_TRACKING_TOKEN}, or {@code
 * MLFLOW_TRACKING_USERNAME} and {@code MLFLOW_TRACKING_PASSWORD}, as for MLflow's own clients.
 */
final class TrackingServer {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CALLS = "/api/2.0/mlflow/";
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

  private final URI address;
  private final Optional<String> authorization;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

  /**
   * A server that was not asked anything yet.
   *
   * @param address where it is
   * @param environment the environment variables
   */
  TrackingServer(URI address, Map<String, String> environment) {
    this.address = address;
    this.authorization = authorization(environment);
  }

  private static Optional<String> authorization(Map<String, String> environment) {
    String token = environment.getOrDefault("MLFLOW_TRACKING_TOKEN", "");
    String user = environment.getOrDefault("MLFLOW_TRACKING_USERNAME", "");
    if (!token.isEmpty()) {
      return Optional.of("Bearer " + token);
    }
    String secret = user + ":" + environment.getOrDefault("MLFLOW_TRACKING_PASSWORD", "");
    return user.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
  }

  /** What a call gives that changes nothing; none where there is no such thing. */
  Optional<JsonNode> find(String call, String key, String value) {
    String query = key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    HttpResponse<String> response = send(call, request(call + "?" + query).GET());
    return response.statusCode() == NOT_FOUND
        ? Optional.empty()
        : Optional.of(answer(call, response));
  }

  /** Does something, and gives what the server says. */
  JsonNode post(String call, Map<String, Object> body) {
    HttpRequest.Builder request =
        request(call)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.line(body)));
    return answer(call, send(call, request));
  }

  private HttpRequest.Builder request(String call) {
    String base = address.toString().replaceAll("/+$", "");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + CALLS + call)).timeout(ANSWER_TIMEOUT);
    authorization.ifPresent(text -> request.header("Authorization", text));
    return request;
  }

  private HttpResponse<String> send(String call, HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw failed("must answer, but \"%s\" got no answer (%s)".formatted(call, said(e)), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("must answer, but nobody waited for it any more", e);
    }
  }

  private static String said(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private JsonNode answer(String call, HttpResponse<String> response) {
    try {
      JsonNode said = JSON.readTree(response.body());
      if (response.statusCode() == OK && said.isObject()) {
        return said;
      }
      throw refused(call, response.statusCode(), said.path("message").asText(response.body()));
    } catch (JsonProcessingException e) {
      throw refused(call, response.statusCode(), response.body());
    }
  }

  private UserError refused(String call, int status, String said) {
    String line = said.replaceAll("\\s+", " ").strip();
    String end = line.length() > 200 ? line.substring(0, 200) + "…" : line;
    return UserError.failure(
        "--mlflow: %s must take what was measured, but it answered \"%s\" with status %s (%s). %s"
            .formatted(address, call, status, end, remedy()));
  }

  private UserError failed(String clause, Exception cause) {
    return UserError.failure("--mlflow: %s %s. %s".formatted(address, clause, remedy()), cause);
  }

  private String remedy() {
    return "The run itself is whole. To fix: see to the server, then write \"normscape report RUN --mlflow %s\"."
        .formatted(address);
  }
}
