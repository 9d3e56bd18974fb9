package org.orbweaver.dataplane;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.orbweaver.core.time.TimeSource;

/**
 * What every PoP answers, over plain HTTP inside the network. Only connections that a terminal's
 * link or packets have carried reach it, so it knows who calls.
 */
final class PopService {
  static final String TEXT = "text/plain; charset=utf-8";
  static final String JSON = "application/json";

  private static final Duration LINGER = Duration.ofSeconds(2);
  private static final int DRAINED_BYTES = 65_536;

  /** One of the service's pages. */
  interface Page {
    /** Methods beside GET and HEAD. */
    default List<String> moreMethods() {
      return List.of();
    }

    void answer(Call call) throws IOException, HttpProblem;
  }

  /**
   * A request to answer.
   *
   * @param rest of the path behind the page's name, without a slash
   * @param caller who asks
   * @param pop that is called
   */
  record Call(HttpRequest request, String rest, HttpConnection to, PopCaller caller, int pop) {
    /** Whose path is asked about. */
    int terminal() throws HttpProblem {
      if (!caller.isTerminal()) {
        throw new HttpProblem(404, "You do not call from a terminal; this page is about its path.");
      }
      return caller.terminal();
    }

    void text(String body) throws IOException {
      to.answer(200, TEXT, body.getBytes(StandardCharsets.UTF_8));
    }

    void json(String body) throws IOException {
      to.answer(200, JSON, body.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A connection to a PoP, at its end. */
  private record Open(TimedEndpoint io, int pop) {}

  private final PathView paths;
  private final Set<Open> open = ConcurrentHashMap.newKeySet();
  private final TimeSource time;
  private final Map<String, Page> pages;
  private final IndexPage index;

  PopService(PathView paths, WhoAmIView whoAmI, TimeSource time) {
    this.paths = paths;
    this.time = time;
    this.index = new IndexPage(paths);
    this.pages =
        Map.of(
            "", index,
            "whoami", new WhoAmIPage(paths, whoAmI, time),
            "echo", new EchoPage(),
            "bytes", new BytesPage(),
            "speedtest", new SpeedTestPage(paths, time));
  }

  /**
   * A new connection from a terminal; the near end is for the relay.
   *
   * @throws Dialler.Failed where the PoP has gone out of service meanwhile
   */
  Endpoint connect(TerminalLink link, int pop) throws Dialler.Failed {
    PipeEndpoint.Pair pair = PipeEndpoint.pair();
    if (!begin(pair.far(), PopCaller.over(link), pop)) {
      throw new Dialler.Failed(
          SocksReply.HOST_UNREACHABLE, "PoP " + paths.popName(pop) + " is out of service");
    }
    return pair.near();
  }

  /** A new connection that packets have carried; it is reset where the PoP is out of service. */
  void accept(TimedEndpoint io, PopCaller caller, int pop) {
    if (!begin(io, caller, pop)) {
      io.abort();
    }
  }

  private boolean begin(TimedEndpoint io, PopCaller caller, int pop) {
    Open made = new Open(io, pop);
    open.add(made);
    // Only now, lest it fail between this look and being among those that would be reset.
    if (paths.isPopOut(pop)) {
      open.remove(made);
      return false;
    }
    Thread.ofVirtual().name("orbweaver-pop").start(() -> serve(made, caller));
    return true;
  }

  /**
   * Resets the connections to PoPs that are out of service; a terminal learns of it when the reset
   * has crossed its link.
   *
   * @return how many
   */
  int resetWhereOut() {
    int reset = 0;
    for (Open one : List.copyOf(open)) {
      if (paths.isPopOut(one.pop()) && open.remove(one)) {
        one.io().abort();
        reset++;
      }
    }
    return reset;
  }

  private void serve(Open served, PopCaller caller) {
    TimedEndpoint io = served.io();
    HttpConnection connection = new HttpConnection(io, time);
    boolean ended = false;
    try {
      converse(connection, caller, served.pop());
      connection.close(LINGER);
      ended = true;
    } catch (SocketTimeoutException e) {
      connection.close(LINGER);
      ended = true;
    } catch (IOException e) {
      // The client is gone.
    } finally {
      open.remove(served);
      if (!ended) {
        io.abort();
      }
    }
  }

  private void converse(HttpConnection connection, PopCaller caller, int pop) throws IOException {
    boolean more = true;
    while (more) {
      try {
        HttpRequest request = connection.next();
        if (request == null) {
          return;
        }
        dispatch(request, connection, caller, pop);
        more = drain(connection);
      } catch (HttpProblem e) {
        connection.closeAfterwards();
        byte[] body = (e.getMessage() + "\n").getBytes(StandardCharsets.UTF_8);
        connection.answer(e.status(), TEXT, body);
        more = false;
      }
    }
  }

  private void dispatch(HttpRequest request, HttpConnection to, PopCaller caller, int pop)
      throws IOException, HttpProblem {
    String path = request.path().substring(1);
    int slash = path.indexOf('/');
    String name = slash < 0 ? path : path.substring(0, slash);
    Page page = pages.get(name);
    Call call = new Call(request, slash < 0 ? "" : path.substring(slash + 1), to, caller, pop);
    boolean read = request.method().equals("GET") || request.isHead();
    if (page == null) {
      byte[] body =
          ("There is no /" + name + " here.\n\n" + index.text(call))
              .getBytes(StandardCharsets.UTF_8);
      to.answer(404, TEXT, body);
    } else if (!read && !page.moreMethods().contains(request.method())) {
      String allow = String.join(", ", page.moreMethods());
      to.answer(
          405,
          TEXT,
          ("This page does not take " + request.method() + ".\n").getBytes(StandardCharsets.UTF_8),
          "Allow: GET, HEAD" + (allow.isEmpty() ? "" : ", " + allow));
    } else {
      try {
        page.answer(call);
      } catch (HttpProblem e) {
        to.answer(e.status(), TEXT, (e.getMessage() + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** Reads what is left of a body; false where the connection ends here. */
  private static boolean drain(HttpConnection connection) throws IOException, HttpProblem {
    if (connection.isClosing()) {
      return false;
    }
    byte[] rest = new byte[connection.isBodyOver() ? 0 : 4096];
    for (int n = 0; !connection.isBodyOver() && n < DRAINED_BYTES; ) {
      n += Math.max(0, connection.readBody(rest, 0, rest.length));
    }
    return connection.isBodyOver();
  }
}
