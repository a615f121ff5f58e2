package io.omnibridge.benchmarks.floor;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Forwards a request to another server, with a token that never changes. Thread-safe. */
final class Forward {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;

    /** @param url what each request is forwarded to */
    Forward(String url) {
        this.request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer a-token-that-never-changes")
                .build();
    }

    void handle(Context exchange) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        exchange.status(response.statusCode()).contentType("application/json").result(response.body());
    }
}
