package org.orbweaver.dataplane;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Names to addresses, through the JVM's resolver, on a few threads of its own: a look-up blocks its
 * thread in native code, and a virtual thread would take a carrier from all the traffic.
 */
public final class Resolver implements Destinations.Lookup, AutoCloseable {
  private static final int THREADS = 4;
  private static final int WAITING = 256;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          5,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(WAITING),
          Thread.ofPlatform().daemon().name("orbweaver-resolver-", 0).factory());

  /** Starts its threads as they are needed. */
  public Resolver() {
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * All addresses of a name.
   *
   * @throws UnknownHostException where there are none, or none in time
   */
  @Override
  public List<InetAddress> resolve(String name, Duration timeout) throws UnknownHostException {
    Future<List<InetAddress>> answer = null;
    try {
      answer = threads.submit(() -> List.of(InetAddress.getAllByName(name)));
      return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw unknown(name, e);
    } catch (ExecutionException | RejectedExecutionException e) {
      throw unknown(name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(name, e);
    }
  }

  private static UnknownHostException unknown(String name, Exception cause) {
    UnknownHostException e = new UnknownHostException(name);
    e.initCause(cause);
    return e;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
