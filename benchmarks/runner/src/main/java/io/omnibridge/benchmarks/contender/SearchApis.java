package io.omnibridge.benchmarks.contender;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.omnibridge.benchmarks.load.Users;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The APIs of eight sources. Each answers every search after 50 ms with a few items; Gmail finds no mail, because each mail takes a
 * second call. No thread waits for the 50 ms.
 */
final class SearchApis implements AutoCloseable {

    private static final int BACKLOG = 1_024;
    private static final long DELAY_MILLIS = 50;

    /** A path of each source, and what it answers. */
    private static final Map<String, String> ANSWERS = answers();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Executor later = CompletableFuture.delayedExecutor(DELAY_MILLIS, TimeUnit.MILLISECONDS, threads);

    SearchApis() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        ANSWERS.forEach((path, json) -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            server.createContext(path, exchange -> {
                exchange.getRequestBody().readAllBytes();
                later.execute(() -> respond(exchange, body));
            });
        });
        server.createContext(
                "/me",
                exchange -> respond(exchange, ("{\"id\":\"" + Users.ACCOUNT + "\"}").getBytes(StandardCharsets.UTF_8)));
        server.start();
    }

    private static Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("/drive/v3/files", "{\"files\":[" + five("{\"id\":\"f%d\",\"name\":\"Plan %<d\"}") + "]}");
        answers.put(
                "/v1/search",
                "{\"object\":\"list\",\"has_more\":false,\"next_cursor\":null,\"results\":["
                        + five(
                                "{\"object\":\"page\",\"id\":\"p%d\",\"url\":\"https://notion.example/%<d\",\"properties\":"
                                        + "{\"Name\":{\"type\":\"title\",\"title\":[{\"plain_text\":\"Plan %<d\"}]}}}")
                        + "]}");
        answers.put(
                "/api/search.messages",
                "{\"ok\":true,\"messages\":{\"matches\":["
                        + five("{\"ts\":\"%d.1\",\"text\":\"The plan %<d\",\"channel\":{\"id\":\"C1\",\"name\":\"c\"},"
                                + "\"permalink\":\"https://slack.example/%<d\"}")
                        + "],\"paging\":{\"count\":5,\"total\":5,\"page\":1,\"pages\":1}}}");
        answers.put("/gmail/v1/users/me/messages", "{\"resultSizeEstimate\":0}");
        answers.put(
                "/calendar/v3/calendars/primary/events",
                "{\"items\":[" + five("{\"id\":\"e%d\",\"summary\":\"Plan %<d\",\"iCalUID\":\"e%<d@x\"}") + "]}");
        answers.put(
                "/search/issues",
                "{\"total_count\":5,\"incomplete_results\":false,\"items\":["
                        + five(
                                "{\"number\":%d,\"title\":\"Plan %<d\",\"html_url\":\"https://github.example/o/r/issues/%<d\","
                                        + "\"repository_url\":\"https://api.github.example/repos/o/r\",\"user\":{\"login\":\"ada\"}}")
                        + "]}");
        answers.put("/v1.0/me/messages", "{\"value\":[" + five("{\"id\":\"m%d\",\"subject\":\"Plan %<d\"}") + "]}");
        answers.put(
                "/v1.0/me/drive/root/search",
                "{\"value\":[" + five("{\"id\":\"d%d\",\"name\":\"Plan %<d\",\"file\":{}}") + "]}");
        return answers;
    }

    private static String five(String item) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            items.append(i == 0 ? "" : ",").append(String.format(item, i));
        }
        return items.toString();
    }

    private static void respond(HttpExchange exchange, byte[] body) {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            // The caller left.
        }
    }

    /** Returns the base URL, without a slash at its end. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns a URL of each source that a search of so many sources calls, as OmniBridge's connectors do. */
    String urls(int sources) {
        List<String> paths = List.copyOf(ANSWERS.keySet()).subList(0, sources);
        StringBuilder urls = new StringBuilder();
        paths.forEach(path -> urls.append(url()).append(path).append("?q=plan "));
        return urls.toString().strip();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
