package org.normscape.backend.tf.runtime;

import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.types.family.TNumber;

/**
 * A graph with a session of its own.
 *
 * @param graph the graph
 * @param session its session, open as long as this
 * @param parameters its placeholders
 * @param results what is fetched
 */
record GraphSession(
    Graph graph, Session session, List<Operand<TNumber>> parameters, List<Operand<TNumber>> results)
    implements CompiledGraph<Tensor> {

  @Override
  public List<Tensor> run(List<Tensor> arguments) {
    Session.Runner runner = session.runner();
    for (int i = 0; i < arguments.size(); i++) {
      runner.feed(parameters.get(i), arguments.get(i));
    }
    results.forEach(runner::fetch);
    // The tensors of a result are closed each by itself: the result as a whole stays open.
    Result result = runner.run();
    return IntStream.range(0, results.size()).mapToObj(result::get).toList();
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
