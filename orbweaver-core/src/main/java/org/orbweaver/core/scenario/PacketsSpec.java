package org.orbweaver.core.scenario;

import java.util.List;

/** How the links of terminals treat real packets. */
public record PacketsSpec(
    @Key(
            value =
                "How queues drop. tail-drop: what finds them full. codel: some, where packets have"
                    + " waited more than 5 ms for 100 ms. fq-codel: the same for each flow, and"
                    + " flows in turn. The last two mark instead where senders understand it.",
            byDefault = "tail-drop")
        QueueKind queue,
    @Key(
            value = "Room of a queue, of which a link has one each way, kilobytes of 1,000.",
            byDefault = "1000",
            min = 2,
            max = 100000)
        int queueKb,
    @Key(
            value = "Room of a queue, packets. All queues and paths together hold 65,536.",
            byDefault = "4000",
            min = 1,
            max = 65536)
        int queuePackets,
    @Key(
            value = "Packets lost on the way, each way, beside handovers, percent.",
            byDefault = "0",
            min = 0,
            max = 99)
        double lossPercent,
    @Key(
            value = "How many are lost in a row, on average; 1 for each by itself.",
            byDefault = "1",
            min = 1,
            max = 100000)
        double lossBurst,
    @Key(
            value =
                "Whether packets overtake those ahead of them where a path gets shorter; otherwise"
                    + " they arrive behind them.",
            byDefault = "false")
        boolean reorder,
    @Key(value = "Longest packet, bytes.", byDefault = "1420", min = 1280, max = 2000) int mtu,
    @Key(
            value =
                "Whether programs may hand over many segments of TCP, or datagrams, at once, as"
                    + " network cards let them. Links cut them up unless they are too fast for it"
                    + " to matter.",
            byDefault = "true")
        boolean offloads,
    @Key(value = "What is different for some terminals.", byDefault = "[]")
        List<LinkPlanSpec> plans,
    @Key(value = "Recorded traces in place of the model for some terminals.", byDefault = "[]")
        List<TraceSpec> traces) {
  /** As where nothing is written. */
  public static final PacketsSpec DEFAULT =
      new PacketsSpec(
          QueueKind.TAIL_DROP, 1_000, 4_000, 0, 1, false, 1420, true, List.of(), List.of());

  public PacketsSpec {
    plans = List.copyOf(plans);
    traces = List.copyOf(traces);
  }
}
