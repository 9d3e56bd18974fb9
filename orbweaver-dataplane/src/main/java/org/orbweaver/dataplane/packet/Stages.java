package org.orbweaver.dataplane.packet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** All that packets wait in, and which of it is due next. The packet thread's. */
final class Stages {
  private final List<@Nullable Stage> stages = new ArrayList<>();
  private final ArrayDeque<Integer> unused = new ArrayDeque<>();
  private final EventHeap events = new EventHeap();

  /** Makes one under a number of its own. */
  <S extends Stage> S make(IntFunction<S> maker) {
    int id;
    if (unused.isEmpty()) {
      id = stages.size();
      stages.add(null);
    } else {
      id = unused.pop();
    }
    S stage = maker.apply(id);
    stages.set(id, stage);
    return stage;
  }

  /** Ends one: what it holds is lost. */
  void end(Stage stage) {
    stage.clear();
    events.set(stage.id, EventHeap.NEVER);
    stages.set(stage.id, null);
    unused.push(stage.id);
  }

  /** Says that a stage may be due at another time than before. */
  void changed(Stage stage) {
    events.set(stage.id, stage.nextNs());
  }

  /** When something is due; {@link EventHeap#NEVER} where nothing waits. */
  long nextNs() {
    return events.firstNs();
  }

  /** Runs the stage that is due first. */
  void runFirst(long nowNs) {
    Stage stage = stages.get(events.first());
    stage.run(nowNs);
    events.set(stage.id, stage.nextNs());
  }

  void clear() {
    for (Stage stage : stages) {
      if (stage != null) {
        stage.clear();
      }
    }
  }
}
