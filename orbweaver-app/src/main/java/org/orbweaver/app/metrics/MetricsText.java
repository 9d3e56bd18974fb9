package org.orbweaver.app.metrics;

import java.util.List;
import org.orbweaver.app.output.Facts;
import org.orbweaver.core.time.Utc;
import org.orbweaver.dataplane.packet.Punctuality;

/** Facts as metrics, in seconds and bytes. Nodes appear once they have a network. */
final class MetricsText {
  private static final String PREFIX = "orbweaver_";
  private static final double NS_PER_S = 1e9;
  private static final double BITS_PER_BYTE = 8;

  private final Exposition text;
  private final Facts engine;
  private final List<Facts> nodes;

  private MetricsText(Exposition text, Facts engine, List<Facts> nodes) {
    this.text = text;
    this.engine = engine;
    this.nodes = nodes;
  }

  /**
   * Writes them.
   *
   * @param version of the program
   */
  static String of(String version, Facts engine, List<Facts> nodes, boolean isOpenMetrics) {
    MetricsText metrics = new MetricsText(new Exposition(isOpenMetrics), engine, nodes);
    metrics.network(version);
    metrics.punctuality();
    metrics.carried();
    metrics.dropped();
    metrics.links();
    return metrics.text.end();
  }

  private void family(String name, Exposition.Type type, String help) {
    text.family(PREFIX + name, type, help);
  }

  private void network(String version) {
    family("network_info", Exposition.Type.GAUGE, "The network and the program that runs it.");
    text.sample(PREFIX + "network_info", 1, "network", engine.text("network"), "version", version);
    family("network_time_seconds", Exposition.Type.GAUGE, "Network time since the Unix epoch.");
    text.sample(PREFIX + "network_time_seconds", Utc.parseNs(engine.text("time_utc")) / NS_PER_S);
    family("nodes", Exposition.Type.GAUGE, "Nodes that have a network of their own.");
    text.sample(PREFIX + "nodes", nodes.size());
  }

  private void punctuality() {
    String name = "engine_timing_error_seconds";
    family(name, Exposition.Type.SUMMARY, "How late packets were handed over, since the start.");
    text.sample(PREFIX + name, engine.whole("late_p50_ns") / NS_PER_S, "quantile", "0.5");
    text.sample(PREFIX + name, engine.whole("late_p99_ns") / NS_PER_S, "quantile", "0.99");
    text.sample(PREFIX + name, engine.whole("late_p999_ns") / NS_PER_S, "quantile", "0.999");
    text.sample(PREFIX + name + "_count", (double) engine.whole("packets"));
    family(
        "engine_valid",
        Exposition.Type.GAUGE,
        "0 where more than 1 packet in 100 was late by over 1 ms.");
    text.sample(
        PREFIX + "engine_valid", engine.whole("late_p99_ns") <= Punctuality.VALID_P99_NS ? 1 : 0);
  }

  private void carried() {
    family(
        "node_packets_total", Exposition.Type.COUNTER, "Carried from (up) and to (down) a node.");
    forEach("node_packets_total", "up_packets", "sent_packets", "down_packets", "got_packets");
    family("node_bytes_total", Exposition.Type.COUNTER, "Of these, headers of IP included.");
    forEach("node_bytes_total", "up_bytes", "sent_bytes", "down_bytes", "got_bytes");
  }

  /** Of terminals what their links did, of other nodes what their programs sent and got. */
  private void forEach(String name, String up, String sent, String down, String got) {
    for (Facts node : nodes) {
      boolean isLink = node.has(up);
      sample(name, node, (double) node.whole(isLink ? up : sent), "direction", "up");
      sample(name, node, (double) node.whole(isLink ? down : got), "direction", "down");
    }
  }

  private void dropped() {
    String name = "node_dropped_packets_total";
    family(name, Exposition.Type.COUNTER, "Packets that went nowhere, by cause.");
    for (Facts node : nodes) {
      for (String direction : List.of("up", "down")) {
        if (node.has(direction + "_dropped")) {
          dropped(node, direction, "queue", direction + "_dropped");
          dropped(node, direction, "lost", direction + "_lost");
          dropped(node, direction, "refused", direction + "_refused");
        }
      }
      dropped(node, "up", "spoofed", "spoofed");
      dropped(node, "up", "malformed", "malformed");
      dropped(node, "up", "too_big", "too_big");
      dropped(node, "up", "no_room", "no_room");
      dropped(node, "down", "not_taken", "not_taken");
    }
  }

  private void dropped(Facts node, String direction, String cause, String counter) {
    sample(
        "node_dropped_packets_total",
        node,
        (double) node.whole(counter),
        "direction",
        direction,
        "cause",
        cause);
  }

  private void links() {
    List<Facts> links = nodes.stream().filter(node -> node.has("one_way_ns")).toList();
    family(
        "terminal_served", Exposition.Type.GAUGE, "1 where it has service, if only a limited one.");
    links.forEach(node -> sample("terminal_served", node, isServed(node) ? 1 : 0));
    family(
        "terminal_one_way_delay_seconds",
        Exposition.Type.GAUGE,
        "To the home PoP now, without queues.");
    links.stream()
        .filter(MetricsText::isServed)
        .forEach(node ->
            sample("terminal_one_way_delay_seconds", node, node.whole("one_way_ns") / NS_PER_S));
    each(links, "terminal_queue_bytes", "Bytes that wait.", "_waiting_bytes", 1);
    each(links, "terminal_queue_seconds", "How long these take.", "_waiting_ns", NS_PER_S);
    each(links, "terminal_rate_bytes_per_second", "What may pass now.", "_bps", BITS_PER_BYTE);
  }

  private static boolean isServed(Facts node) {
    return node.number("up_bps") > 0;
  }

  private void each(List<Facts> links, String name, String help, String fact, double unit) {
    family(name, Exposition.Type.GAUGE, help);
    for (Facts node : links) {
      sample(name, node, node.number("up" + fact) / unit, "direction", "up");
      sample(name, node, node.number("down" + fact) / unit, "direction", "down");
    }
  }

  private void sample(String name, Facts node, double value, String... labels) {
    String[] all = new String[labels.length + 4];
    all[0] = "node";
    all[1] = node.text("node");
    all[2] = "kind";
    all[3] = node.text("kind");
    System.arraycopy(labels, 0, all, 4, labels.length);
    text.sample(PREFIX + name, value, all);
  }
}
