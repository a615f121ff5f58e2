package io.omnibridge.adapters.http.testing;

import io.omnibridge.application.port.ApiRead;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.ListedApi;
import io.omnibridge.application.port.ListedRead;
import io.omnibridge.application.port.ProviderApis;
import io.omnibridge.application.port.ReadContent;
import io.omnibridge.application.port.ReadMatch;
import io.omnibridge.application.port.TokenCheck;
import io.omnibridge.application.port.TokenOwner;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.ReadMethod;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/**
 * The API of google, which offers {@code GET /gmail/v1/messages?q=} and {@code POST /gmail/v1/query}, and answers as a test says.
 */
public final class FakeApis implements ProviderApis {

    private static final ProviderId GOOGLE = new ProviderId("google");
    private static final Set<String> PATHS = Set.of("/gmail/v1/messages", "/gmail/v1/query");

    private final List<ApiRequest> requests = new CopyOnWriteArrayList<>();
    private volatile Supplier<ApiReadResult> answer = FakeApis::hello;

    private record Read(ProviderId provider) implements ApiRead {

        @Override
        public Optional<Source> source() {
            return Optional.of(Source.GMAIL);
        }

        @Override
        public Set<String> scopes() {
            return Set.of();
        }

        @Override
        public String limitGroup() {
            return "gmail";
        }
    }

    void clear() {
        requests.clear();
        answer = FakeApis::hello;
    }

    /** Returns the requests that were matched, oldest first. */
    public List<ApiRequest> requests() {
        return List.copyOf(requests);
    }

    public void answerWith(Supplier<ApiReadResult> next) {
        answer = next;
    }

    private static ApiReadResult hello() {
        return new ApiReadResult.Response(200, Map.of("Content-Type", "application/json"), bodyOf("{\"hello\":1}"));
    }

    /** Returns a body of these pieces, each published when it is requested. */
    public static Flow.Publisher<ByteBuffer> bodyOf(String... pieces) {
        return subscriber -> subscriber.onSubscribe(new Pieces(subscriber, List.of(pieces)));
    }

    private static final class Pieces implements Flow.Subscription {

        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private final List<String> pieces;
        private int next;

        Pieces(Flow.Subscriber<? super ByteBuffer> subscriber, List<String> pieces) {
            this.subscriber = subscriber;
            this.pieces = pieces;
        }

        @Override
        public void request(long count) {
            for (long left = count; left > 0; left--) {
                if (next == pieces.size()) {
                    subscriber.onComplete();
                    return;
                }
                subscriber.onNext(ByteBuffer.wrap(pieces.get(next++).getBytes(StandardCharsets.UTF_8)));
            }
        }

        @Override
        public void cancel() {
            next = pieces.size();
        }
    }

    @Override
    public Optional<List<ListedApi>> apis(ProviderId provider) {
        ListedRead read =
                new ListedRead(ReadMethod.GET, "/messages", ReadContent.JSON, Optional.of(Source.GMAIL), List.of("q"));
        return provider.equals(GOOGLE)
                ? Optional.of(List.of(new ListedApi(
                        "/gmail/v1", Optional.of(Source.GMAIL), List.of("gmail.readonly"), List.of(read))))
                : Optional.empty();
    }

    @Override
    public boolean usesAccountsLinkedByToken(ProviderId provider) {
        return true;
    }

    @Override
    public ReadMatch match(ProviderId provider, ApiRequest request) {
        requests.add(request);
        if (!provider.equals(GOOGLE)) {
            return new ReadMatch.NotConfigured();
        }
        if (!request.query().map(query -> query.startsWith("q=")).orElse(true)) {
            return new ReadMatch.Invalid("The query has a parameter that this read does not have.");
        }
        return PATHS.contains(request.path())
                ? new ReadMatch.Found(new Read(provider))
                : new ReadMatch.NotARead("The catalogue lists no such read.");
    }

    @Override
    public ApiReadResult call(ApiRead read, Credentials credentials, Duration timeout) {
        return answer.get();
    }

    @Override
    public TokenCheck check(ProviderId provider, Secret accessToken) {
        return new TokenCheck.Unknown();
    }

    @Override
    public TokenOwner identify(ProviderId provider, Secret accessToken) {
        return new TokenOwner.Known(new ProviderAccountId("work"));
    }
}
