package io.omnibridge.benchmarks.floor;

import io.javalin.http.Context;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls several servers at the same time, with a token that never changes, and answers all that they answer. Thread-safe. */
final class Together {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newCachedThreadPool())
            .build();
    private final List<HttpRequest> requests;

    /** @param urls what each request calls, separated by spaces */
    Together(String urls) {
        this.requests = Stream.of(urls.split(" ", -1))
                .map(url -> HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer a-token-that-never-changes")
                        .build())
                .toList();
    }

    void handle(Context exchange) {
        List<CompletableFuture<HttpResponse<String>>> responses = requests.stream()
                .map(request -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .toList();
        exchange.contentType("application/json")
                .result(responses.stream()
                        .map(response -> response.join().body())
                        .collect(Collectors.joining(",", "[", "]")));
    }
}
