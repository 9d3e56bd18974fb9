package org.orbweaver.app.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.orbweaver.app.packets.PacketNetwork;
import org.orbweaver.dataplane.packet.NoteLayout;
import org.orbweaver.dataplane.packet.Tap;

/** Hands what taps note to somebody who listens, until the listener or the network ends. */
final class Recording {
  private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(2);

  /** Whoever listens no longer is noticed by this, and whoever does knows that time goes on. */
  private static final long BEAT_NS = TimeUnit.MILLISECONDS.toNanos(200);

  private final PacketNetwork packets;
  private final List<String> names = new ArrayList<>();
  private final List<Tap> taps = new ArrayList<>();

  private Recording(PacketNetwork packets) {
    this.packets = packets;
  }

  /** Begins; of all or of none. */
  static Recording begin(PacketNetwork packets, List<String> names, int longest) {
    Recording recording = new Recording(packets);
    boolean whole = false;
    try {
      for (String name : names) {
        Tap tap = new Tap(recording.taps.size(), longest);
        recording.taps.add(tap);
        packets.record(name, tap);
        recording.names.add(name);
      }
      whole = true;
      return recording;
    } finally {
      if (!whole) {
        recording.end();
      }
    }
  }

  void send(WritableByteChannel to) throws IOException {
    try {
      long beatNs = System.nanoTime();
      while (!packets.isClosed()) {
        boolean any = false;
        for (Tap tap : taps) {
          any |= tap.drain(to);
        }
        if (System.nanoTime() - beatNs > BEAT_NS) {
          beatNs = System.nanoTime();
          beat(to);
        }
        if (!any) {
          LockSupport.parkNanos(LOOK_NS);
        }
      }
      for (Tap tap : taps) {
        tap.drain(to);
      }
    } finally {
      end();
    }
  }

  private static void beat(WritableByteChannel to) throws IOException {
    ByteBuffer beat = NoteLayout.nothing();
    while (beat.hasRemaining()) {
      to.write(beat);
    }
  }

  private void end() {
    names.forEach(packets::recordNoLonger);
    taps.forEach(Tap::close);
  }
}
