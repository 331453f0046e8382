package org.normscape.experiments.data.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A server on this machine that has one file, breaks off, goes on, or misbehaves. */
final class FileServer implements AutoCloseable {

  private final HttpServer server;
  private final List<String> ranges = new ArrayList<>();
  private byte[] content = new byte[0];
  private int served = Integer.MAX_VALUE;
  private int shift;

  FileServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/archive", this::answer);
    server.createContext("/elsewhere", exchange -> redirect(exchange, "ftp://host/file"));
    server.createContext("/nonsense", exchange -> redirect(exchange, "http://[bad"));
    server.start();
  }

  /** Serves this from now on, whole. */
  FileServer has(byte[] newContent) {
    content = newContent;
    served = Integer.MAX_VALUE;
    shift = 0;
    return this;
  }

  /** Hangs up after so many bytes of each answer. */
  FileServer breakingOffAfter(int bytes) {
    served = bytes;
    return this;
  }

  /** Goes on from so many bytes beyond where it was asked to. */
  FileServer goingOnTooFar(int bytes) {
    shift = bytes;
    return this;
  }

  /** What was asked for, in order; {@code null} is the whole file. */
  List<String> ranges() {
    return ranges;
  }

  URI archive() {
    return at("/archive");
  }

  URI at(String path) {
    return URI.create(
        "http://%s:%s%s"
            .formatted(
                server.getAddress().getAddress().getHostAddress(),
                server.getAddress().getPort(),
                path));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(String.valueOf(range));
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", "")) + shift;
    if (from > 0 && from >= content.length) {
      exchange.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
      exchange.sendResponseHeaders(416, -1);
    } else if (content.length == 0) {
      exchange.sendResponseHeaders(200, -1);
    } else {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              "bytes %s-%s/%s".formatted(from, content.length - 1, content.length));
      exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
      exchange.getResponseBody().write(content, from, Math.min(served, content.length - from));
    }
    exchange.close();
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
