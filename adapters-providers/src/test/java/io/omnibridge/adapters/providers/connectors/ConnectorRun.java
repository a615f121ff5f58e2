package io.omnibridge.adapters.providers.connectors;

import io.omnibridge.adapters.providers.DataApis;
import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.providers.catalogue.InvalidCatalogue;
import io.omnibridge.adapters.providers.data.DataLimits;
import io.omnibridge.adapters.providers.scrub.ScrubListener;
import io.omnibridge.adapters.providers.testing.StrictApi;
import io.omnibridge.adapters.providers.testing.StrictApis;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.ReadMatch;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.UseFailure;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * Carries out the plans of a connector, one read after the other, over the real egress, with the built-in catalogue leading to a
 * fake. A read that the catalogue does not list for the connector's source fails the test.
 */
public final class ConnectorRun implements AutoCloseable {

    private static final Credentials CREDENTIALS =
            new Credentials(new Secret(StrictApi.TOKEN), Optional.empty(), Optional.empty(), Optional.empty());

    private final DataApis apis;
    private final ProviderId provider;
    private final Source source;

    /** @param provider name of a built-in provider */
    public ConnectorRun(String provider, Source source, StrictApi api) {
        this.provider = new ProviderId(provider);
        this.source = source;
        String entry = StrictApis.yaml(api, StrictApis.prefixes(provider));
        try {
            this.apis = new DataApis(
                    Catalogue.read("providers:\n  " + provider + ":\n" + entry, Path.of("/nonexistent")),
                    Egress.DIRECT,
                    DataLimits.DEFAULT,
                    Clock.systemUTC(),
                    new Uncounted());
        } catch (InvalidCatalogue e) {
            throw new IllegalStateException(e.problems().toString(), e);
        }
    }

    /** Returns the plan that has its result. */
    public <T> ReadPlan<T> run(ReadPlan<T> plan) {
        ReadPlan<T> next = plan;
        while (next instanceof ReadPlan.Reads<T> reads) {
            if (reads.requests().isEmpty() || reads.requests().size() > ReadPlan.MAX_READS) {
                throw new AssertionError(reads.requests().size() + " reads in one step");
            }
            next = reads.then().apply(reads.requests().stream().map(this::read).toList());
        }
        return next;
    }

    /** Returns the result of a plan, which has to have one. */
    public <T> T result(ReadPlan<T> plan) {
        if (run(plan) instanceof ReadPlan.Done<T> done) {
            return done.value();
        }
        throw new AssertionError("the plan failed");
    }

    private ReadResult read(ApiRequest request) {
        ReadMatch match = apis.match(provider, request);
        if (match instanceof ReadMatch.Invalid) {
            return failed(UseFailure.NOT_FOUND);
        }
        if (match instanceof ReadMatch.Found found && found.read().source().equals(Optional.of(source))) {
            return outcome(apis.call(found.read(), CREDENTIALS, Duration.ofMinutes(1)));
        }
        throw new AssertionError("no listed read of " + source + ": " + request.path() + " " + match);
    }

    private static ReadResult outcome(ApiReadResult answer) {
        if (answer instanceof ApiReadResult.Response response) {
            Collecting body = new Collecting();
            response.body().subscribe(body);
            return body.end(response.status(), contentType(response));
        }
        if (answer instanceof ApiReadResult.LimitReached limit) {
            return new ReadResult.Failed(UseFailure.RATE_LIMITED, limit.retryAfter());
        }
        return failed(answer instanceof ApiReadResult.Failed failed ? failed.reason() : UseFailure.NEEDS_RECONNECT);
    }

    private static Optional<String> contentType(ApiReadResult.Response response) {
        return response.headers().entrySet().stream()
                .filter(it -> it.getKey().equalsIgnoreCase("Content-Type"))
                .map(it -> it.getValue())
                .findFirst();
    }

    private static ReadResult failed(UseFailure reason) {
        return new ReadResult.Failed(reason, Duration.ZERO);
    }

    @Override
    public void close() {
        apis.close();
    }

    private static final class Uncounted implements ScrubListener {

        @Override
        public void masked(int count) {}

        @Override
        public void droppedFields(int count) {}
    }

    private static final class Collecting implements Flow.Subscriber<ByteBuffer> {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<Boolean> isWhole = new CompletableFuture<>();

        ReadResult end(int status, Optional<String> contentType) {
            return isWhole.join()
                    ? new ReadResult.Response(status, contentType, ByteBuffer.wrap(bytes.toByteArray()))
                    : failed(UseFailure.PROVIDER_ERROR);
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer item) {
            byte[] part = new byte[item.remaining()];
            item.get(part);
            bytes.writeBytes(part);
        }

        @Override
        public void onError(Throwable failure) {
            isWhole.complete(false);
        }

        @Override
        public void onComplete() {
            isWhole.complete(true);
        }
    }
}
