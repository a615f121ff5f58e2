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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
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

    private static final ApiReply VIOLATION = ApiReply.json(400, "{\"violation\":true}");

    /** One endpoint. */
    private record Endpoint(
            String method,
            String template,
            Pattern path,
            Set<String> parameters,
            Function<RecordedRequest, ApiReply> reply) {}

    private final HttpServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<Endpoint> endpoints = new CopyOnWriteArrayList<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final Map<String, ApiReply> ordered = new ConcurrentHashMap<>();
    private final AtomicReference<Optional<ApiReply>> answerToAll = new AtomicReference<>(Optional.empty());
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
        endpoints.add(new Endpoint(method, template, Pattern.compile(pattern), words(parameters), request -> reply));
        return this;
    }

    /**
     * Lets an endpoint answer what a request asks for; it takes the same parameters as before.
     *
     * @param reply an {@link AssertionError} of it is a violation too
     */
    public StrictApi serve(String method, String template, Function<RecordedRequest, ApiReply> reply) {
        Predicate<Endpoint> isMeant =
                it -> it.method().equals(method) && it.template().equals(template);
        if (endpoints.stream().noneMatch(isMeant)) {
            throw new IllegalArgumentException("no endpoint " + method + " " + template);
        }
        endpoints.replaceAll(
                it -> isMeant.test(it) ? new Endpoint(method, template, it.path(), it.parameters(), reply) : it);
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

    /** Answers all next requests otherwise, until {@link #behave}. */
    public void answerAll(ApiReply reply) {
        answerToAll.set(Optional.of(reply));
    }

    /** Ends what {@link #answer} and {@link #answerAll} ordered. */
    public void behave() {
        ordered.clear();
        answerToAll.set(Optional.empty());
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
        ApiReply reply = wrong.isEmpty() ? reply(endpoint.orElseThrow(), request) : VIOLATION;
        reply.send(exchange);
    }

    private ApiReply reply(Endpoint endpoint, RecordedRequest request) {
        Optional<ApiReply> otherwise =
                Optional.ofNullable(ordered.get(request.path())).or(answerToAll::get);
        try {
            return otherwise.orElseGet(() -> endpoint.reply().apply(request));
        } catch (AssertionError | RuntimeException e) {
            violations.add(request.method() + " " + request.path() + "?" + request.query() + ": " + e.getMessage());
            return VIOLATION;
        }
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
