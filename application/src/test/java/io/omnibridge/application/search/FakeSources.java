package io.omnibridge.application.search;

import io.omnibridge.application.port.ApiRead;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.ListedApi;
import io.omnibridge.application.port.OfferedSource;
import io.omnibridge.application.port.ProviderApis;
import io.omnibridge.application.port.ReadMatch;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.application.port.SourceConnectors;
import io.omnibridge.application.port.TokenCheck;
import io.omnibridge.application.port.TokenOwner;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.ItemType;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.ReadMethod;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Sources whose results a test writes down. A provider offers the source of its own name; one read, of the path {@code /source/page},
 * is one page.
 */
final class FakeSources implements SourceConnectors, ProviderApis {

    static final String SCOPE = "read";

    /** The pages of each source. */
    final Map<Source, List<List<String>>> pages = new EnumMap<>(Source.class);

    /** What the APIs answer, by path. */
    final Map<Source, Function<String, ApiReadResult>> answers = new EnumMap<>(Source.class);

    /** The paths that were called. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    /** The paths that were matched with the catalogue. */
    final List<String> matched = new CopyOnWriteArrayList<>();

    /** The limits that the sources were asked with. */
    final List<Integer> limits = new CopyOnWriteArrayList<>();

    boolean isThrowing;
    boolean isListed = true;

    private record Read(ProviderId provider, String path) implements ApiRead {

        @Override
        public Optional<Source> source() {
            return Optional.of(FakeSources.source(provider));
        }

        @Override
        public Set<String> scopes() {
            return Set.of(SCOPE);
        }

        @Override
        public String limitGroup() {
            return provider.value();
        }
    }

    static ProviderId provider(Source source) {
        return new ProviderId(source.name().toLowerCase(Locale.ROOT));
    }

    private static Source source(ProviderId provider) {
        return Source.valueOf(provider.value().toUpperCase(Locale.ROOT));
    }

    static FoundItem item(String id) {
        return new FoundItem(
                id,
                ItemType.FILE,
                "About " + id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static ApiReadResult ok() {
        return new ApiReadResult.Response(200, Map.of("Content-Type", "application/json"), body("{}"));
    }

    /** Returns a body that ends after one piece. */
    static Flow.Publisher<ByteBuffer> body(String text) {
        return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {

            private boolean isSent;

            @Override
            public void request(long count) {
                if (isSent) {
                    subscriber.onComplete();
                } else {
                    isSent = true;
                    subscriber.onNext(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                }
            }

            @Override
            public void cancel() {}
        });
    }

    @Override
    public List<OfferedSource> offered(ProviderId provider) {
        Source source = source(provider);
        return pages.containsKey(source)
                ? List.of(new OfferedSource(source, Set.of(SCOPE), source == Source.GITHUB ? 2 : 1))
                : List.of();
    }

    @Override
    public ReadPlan<SourcePage> search(Source source, SourceQuery query, Scopes granted) {
        limits.add(query.limit());
        int page = Integer.parseInt(query.cursor().orElse("0"));
        return read("/" + source + "/" + page, () -> page(source, page));
    }

    private SourcePage page(Source source, int page) {
        if (isThrowing) {
            throw new IllegalStateException("a mistake");
        }
        List<List<String>> all = Objects.requireNonNull(pages.get(source));
        return new SourcePage(
                all.get(page).stream().map(FakeSources::item).toList(),
                Optional.of(page + 1).filter(it -> it < all.size()).map(it -> Integer.toString(it)),
                source == Source.SLACK);
    }

    @Override
    public ReadPlan<ItemContent> item(Source source, String id, Scopes granted) {
        return read(
                "/" + source + "/items",
                () -> new ItemContent(item(id), new ItemText.Present("Text of " + id, false, 0, 0), false));
    }

    private static <T> ReadPlan<T> read(String path, Supplier<T> value) {
        ApiRequest request = new ApiRequest(ReadMethod.GET, "", path, Optional.empty(), Map.of(), Optional.empty());
        return new ReadPlan.Reads<>(List.of(request), outcomes -> {
            if (outcomes.get(0) instanceof ReadResult.Failed failed) {
                return new ReadPlan.Failed<>(failed.reason(), failed.retryAfter());
            }
            return new ReadPlan.Done<>(value.get());
        });
    }

    @Override
    public Optional<List<ListedApi>> apis(ProviderId provider) {
        return Optional.of(List.of());
    }

    @Override
    public boolean usesAccountsLinkedByToken(ProviderId provider) {
        return false;
    }

    @Override
    public ReadMatch match(ProviderId provider, ApiRequest request) {
        matched.add(request.path());
        return isListed
                ? new ReadMatch.Found(new Read(provider, request.path()))
                : new ReadMatch.NotARead("Another read is listed.");
    }

    @Override
    public ApiReadResult call(ApiRead read, Credentials credentials, Duration timeout) {
        String path = ((Read) read).path();
        calls.add(path);
        return answers.getOrDefault(read.source().orElseThrow(), any -> ok()).apply(path);
    }

    @Override
    public TokenCheck check(ProviderId provider, Secret accessToken) {
        return new TokenCheck.Refused();
    }

    @Override
    public TokenOwner identify(ProviderId provider, Secret accessToken) {
        return new TokenOwner.NotNamed();
    }

    /** Gives each of the sources as many pages, of one item each. */
    void have(int number, Source... sources) {
        for (Source source : sources) {
            pages.put(
                    source,
                    IntStream.range(0, number)
                            .mapToObj(page -> List.of(source.name().toLowerCase(Locale.ROOT) + page))
                            .toList());
        }
    }
}
