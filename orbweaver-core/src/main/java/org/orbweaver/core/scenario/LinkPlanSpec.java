package org.orbweaver.core.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the links of some terminals treat real packets, as far as it differs from the others. */
public record LinkPlanSpec(
    @Key(
            value = "Name, unique among plans.",
            pattern = Sites.NAME,
            form = Sites.NAME_FORM,
            example = "business")
        String name,
    @Key(value = "The terminals that have it.", example = "[\"berlin\"]") List<String> terminals,
    @Key("As packets.queue.") @Nullable QueueKind queue,
    @Key(value = "As packets.queueKb.", min = 2, max = 100000) @Nullable Integer queueKb,
    @Key(value = "As packets.queuePackets.", min = 1, max = 65536) @Nullable Integer queuePackets,
    @Key(value = "As packets.lossPercent.", min = 0, max = 99) @Nullable Double lossPercent,
    @Key(value = "As packets.lossBurst.", min = 1, max = 100000) @Nullable Double lossBurst,
    @Key("As packets.reorder.") @Nullable Boolean reorder,
    @Key(value = "As packets.mtu.", min = 1280, max = 2000) @Nullable Integer mtu) {
  public LinkPlanSpec {
    terminals = List.copyOf(terminals);
  }

  /** All that holds for these terminals. */
  public PacketsSpec over(PacketsSpec others) {
    return new PacketsSpec(
        queue == null ? others.queue() : queue,
        queueKb == null ? others.queueKb() : queueKb,
        queuePackets == null ? others.queuePackets() : queuePackets,
        lossPercent == null ? others.lossPercent() : lossPercent,
        lossBurst == null ? others.lossBurst() : lossBurst,
        reorder == null ? others.reorder() : reorder,
        mtu == null ? others.mtu() : mtu,
        others.offloads(),
        List.of(),
        List.of());
  }
}
