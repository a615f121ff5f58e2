package io.omnibridge.adapters.providers.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * API of a provider on loopback that is strict: an unknown path, method, parameter or header, a missing token, or a body where none
 * belongs is a violation, and {@link #close()} fails the test if there was one. Thread-safe.
 */
public final class StrictApi implements AutoCloseable {

    /** The token that the API accepts. */
    public static final String TOKEN = "strict-api-access-token-7c21";

    private static final Set<String> HEADERS = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "authorization",
            "host",
            "if-modified-since",
            "if-none-match",
            "user-agent");

    /** One endpoint. */
    private record Endpoint(String method, Pattern path, Set<String> parameters, ApiReply reply) {}

    private final HttpServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<Endpoint> endpoints = new CopyOnWriteArrayList<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final Map<String, ApiReply> ordered = new ConcurrentHashMap<>();
    private final Set<String> ownHeaders = ConcurrentHashMap.newKeySet();

    private StrictApi() {
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Starts an API without endpoints on a free port. */
    public static StrictApi start() {
        return new StrictApi();
    }

    /** Returns scheme, host and port. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Adds an endpoint.
     *
     * @param template path with its parameters in braces; one with a plus sign takes several segments
     */
    public StrictApi add(String method, String template, String parameters, ApiReply reply) {
        String pattern = ("\\Q" + template + "\\E")
                .replaceAll("\\{[^}]*\\+}", "\\\\E.+\\\\Q")
                .replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q");
        endpoints.add(new Endpoint(method, Pattern.compile(pattern), words(parameters), reply));
        return this;
    }

    /** Requires that each request has this header, as the provider does. */
    public StrictApi requireHeader(String lowerCaseName) {
        ownHeaders.add(lowerCaseName);
        return this;
    }

    /** Answers the next requests to a path otherwise, until {@link #behave}. */
    public void answer(String path, ApiReply reply) {
        ordered.put(path, reply);
    }

    /** Ends what {@link #answer} ordered. */
    public void behave() {
        ordered.clear();
    }

    /** Returns all received requests in order. */
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** Returns what was wrong with the requests. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    /** Stops the server. */
    public void stop() {
        server.stop(0);
        executor.shutdownNow();
    }

    /** Stops the server, and fails if a request was not what the provider's description says. */
    @Override
    public void close() {
        stop();
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("\n", violations));
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        RecordedRequest request = HttpMessages.read(exchange);
        requests.add(request);
        Optional<Endpoint> endpoint = endpoints.stream()
                .filter(it ->
                        it.path().matcher(exchange.getRequestURI().getPath()).matches())
                .filter(it -> it.method().equals(request.method()) || isHead(it, request))
                .findFirst();
        List<String> wrong = endpoint.map(it -> wrong(it, request)).orElse(List.of("no such endpoint"));
        wrong.forEach(it -> violations.add(request.method() + " " + request.path() + ": " + it));
        ApiReply reply = wrong.isEmpty()
                ? ordered.getOrDefault(request.path(), endpoint.orElseThrow().reply())
                : ApiReply.json(400, "{\"violation\":true}");
        reply.send(exchange);
    }

    private static boolean isHead(Endpoint endpoint, RecordedRequest request) {
        return endpoint.method().equals("GET") && request.method().equals("HEAD");
    }

    private List<String> wrong(Endpoint endpoint, RecordedRequest request) {
        List<String> wrong = new ArrayList<>();
        HttpMessages.form(request.query()).keySet().stream()
                .filter(it -> !endpoint.parameters().contains(it))
                .forEach(it -> wrong.add("parameter " + it));
        boolean isPost = endpoint.method().equals("POST");
        request.headers().keySet().stream()
                .filter(it -> !HEADERS.contains(it) && !ownHeaders.contains(it))
                .filter(it ->
                        !(it.equals("content-length") && request.header(it).equals(Optional.of("0"))))
                .filter(it -> !(it.equals("range") && endpoint.parameters().contains("(range)")))
                .filter(it -> !(isPost && (it.equals("content-type") || it.equals("content-length"))))
                .forEach(it -> wrong.add("header " + it));
        ownHeaders.stream().filter(it -> request.header(it).isEmpty()).forEach(it -> wrong.add("no header " + it));
        if (!isPost && !request.body().isEmpty()) {
            wrong.add("a body");
        }
        if (!request.header("authorization").equals(Optional.of("Bearer " + TOKEN))) {
            wrong.add("another token");
        }
        return wrong;
    }

    private static Set<String> words(String text) {
        return text.isEmpty()
                ? Set.of()
                : Pattern.compile(", ").splitAsStream(text).collect(Collectors.toSet());
    }
}
