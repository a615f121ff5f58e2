package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.DataApis;
import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.providers.catalogue.InvalidCatalogue;
import io.omnibridge.adapters.providers.scrub.ScrubListener;
import io.omnibridge.adapters.providers.testing.StrictApi;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.ReadMatch;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.ReadMethod;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls the API of one provider as the use case does, and counts what is removed. */
final class Caller implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    static final String REFRESH_TOKEN = "refresh-token-of-the-caller-51";

    /** Limits that a test can wait for. */
    static final DataLimits SHORT =
            new DataLimits(256 * 1024, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(5));

    /** Limits of size that a test can reach, and of time that none does. */
    static final DataLimits SMALL =
            new DataLimits(256 * 1024, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(120));

    final AtomicInteger masked = new AtomicInteger();
    final AtomicInteger dropped = new AtomicInteger();
    final DataApis apis;
    private final ProviderId provider;

    Caller(String provider, String members, DataLimits limits) {
        this(provider, members, limits, () -> {});
    }

    /** @param onMasked runs when a token was masked */
    Caller(String provider, String members, DataLimits limits, Runnable onMasked) {
        this.provider = new ProviderId(provider);
        ScrubListener listener = new ScrubListener() {
            @Override
            public void masked(int count) {
                masked.addAndGet(count);
                onMasked.run();
            }

            @Override
            public void droppedFields(int count) {
                dropped.addAndGet(count);
            }
        };
        this.apis = new DataApis(
                catalogue(provider, members), Egress.DIRECT, limits, Clock.fixed(NOW, ZoneOffset.UTC), listener);
    }

    private static Catalogue catalogue(String provider, String members) {
        try {
            return Catalogue.read("providers:\n  " + provider + ":\n" + members, Path.of("/nonexistent"));
        } catch (InvalidCatalogue e) {
            throw new IllegalStateException(e.problems().toString(), e);
        }
    }

    /** Returns the entry of a provider with an API {@code /v1} at {@code url}, and more members of that API. */
    static String entry(String url, String... ofApi) {
        StringBuilder entry = new StringBuilder("    kind: oauth2\n    authorization_url: https://a.example/a\n"
                + "    token_url: https://a.example/t\n    identity_path: /id\n    client_id: a\n    client_secret: b\n"
                + "    download_hosts: [localhost, files.example, \"*.cdn.example\"]\n"
                + "    apis:\n      /v1:\n        url: " + url + "\n");
        for (String member : ofApi) {
            entry.append("        ").append(member).append('\n');
        }
        return entry.append("        reads: [{ get: /doc, query: [q] }, { media: /file }, { post: /find }]\n")
                .toString();
    }

    ApiReadResult get(String path, String query) {
        return call(ReadMethod.GET, path, query, Map.of());
    }

    ApiReadResult get(String path, Duration timeout) {
        return call(ReadMethod.GET, path, "", Map.of(), timeout);
    }

    ApiReadResult call(ReadMethod method, String path, String query, Map<String, String> headers) {
        return call(method, path, query, headers, Duration.ofMinutes(1));
    }

    private ApiReadResult call(
            ReadMethod method, String path, String query, Map<String, String> headers, Duration timeout) {
        ApiRequest request = new ApiRequest(
                method,
                "/api/" + provider.value() + "/1",
                path,
                Optional.of(query).filter(it -> !it.isEmpty()),
                headers,
                Optional.of("{}").filter(it -> method == ReadMethod.POST));
        if (apis.match(provider, request) instanceof ReadMatch.Found found) {
            return apis.call(found.read(), credentials(), timeout);
        }
        throw new AssertionError(apis.match(provider, request).toString());
    }

    static Credentials credentials() {
        return new Credentials(
                new Secret(StrictApi.TOKEN),
                Optional.empty(),
                Optional.of(new Secret(REFRESH_TOKEN)),
                Optional.empty());
    }

    ProviderId provider() {
        return provider;
    }

    /** Returns the whole body, or the error that it ends with. */
    static String text(ApiReadResult answer) throws Exception {
        Collecting collecting = new Collecting();
        response(answer).body().subscribe(collecting);
        try {
            return collecting.result.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return "broken off: " + (e.getCause() instanceof BrokenOff broken ? broken.reason() : "otherwise");
        }
    }

    static ApiReadResult.Response response(ApiReadResult answer) {
        if (answer instanceof ApiReadResult.Response response) {
            return response;
        }
        throw new AssertionError(answer.toString());
    }

    @Override
    public void close() {
        apis.close();
    }

    private static final class Collecting implements Flow.Subscriber<ByteBuffer> {

        private final CompletableFuture<String> result = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Flow.Subscription subscription = new Flow.Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {}
        };

        @Override
        public void onSubscribe(Flow.Subscription granted) {
            subscription = granted;
            granted.request(1);
        }

        @Override
        public void onNext(ByteBuffer item) {
            byte[] part = new byte[item.remaining()];
            item.get(part);
            bytes.writeBytes(part);
            subscription.request(1);
        }

        @Override
        public void onError(Throwable failure) {
            result.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            result.complete(bytes.toString(StandardCharsets.UTF_8));
        }
    }
}
