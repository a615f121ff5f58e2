package io.omnibridge.adapters.providers.reads;

import io.omnibridge.application.port.ReadMatch;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.use.ApiRequest;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the listed read that a request is. Thread-safe. */
public final class ReadMatcher {

    private final ProviderId provider;
    private final List<PrefixedApi> apis;

    /** @param apis whose reads are found; where several prefixes fit, the longest counts */
    public ReadMatcher(ProviderId provider, List<ReadableApi> apis) {
        this.provider = provider;
        this.apis = apis.stream()
                .map(it -> new PrefixedApi(it.prefixSegments(), it))
                .sorted(Comparator.comparingInt((PrefixedApi it) -> -it.prefix().size()))
                .toList();
    }

    /** Returns whether no read takes a parameter of that name, whatever the catalogue lists. */
    public static boolean isAlwaysRefused(String parameter) {
        return Query.isRefused(parameter);
    }

    /** Finds the read, or says why there is none. */
    public ReadMatch match(ApiRequest request) {
        try {
            List<String> segments = RawPath.segments(request.path());
            Query query = Query.parse(request.query());
            Optional<PrefixedApi> api =
                    apis.stream().filter(it -> it.has(segments)).findFirst();
            return api.isEmpty()
                    ? new ReadMatch.NotARead(ReadSentences.onPrefix(
                            apis.stream().map(PrefixedApi::api).toList()))
                    : match(request, api.get().api(), api.get().behindPrefix(segments), query);
        } catch (InvalidRequest e) {
            return new ReadMatch.Invalid(e.detail());
        }
    }

    private ReadMatch match(ApiRequest request, ReadableApi api, List<String> segments, Query query)
            throws InvalidRequest {
        List<ReadRule> found = new PathMatch(api).find(segments);
        List<ReadRule> ofMethod =
                found.stream().filter(it -> it.takes(request.method())).toList();
        if (ofMethod.isEmpty()) {
            return new ReadMatch.NotARead(
                    found.isEmpty() ? ReadSentences.onPath(api, segments) : ReadSentences.onMethod(found.get(0)));
        }
        Optional<ReadRule> read = ofMethod.stream()
                .filter(it -> hasAll(it, query))
                .max(Comparator.comparing((ReadRule it) -> !it.path().isOpenEnded())
                        .thenComparingInt(it -> it.when().size()));
        if (read.isEmpty()) {
            return new ReadMatch.NotARead(ReadSentences.onCondition(ofMethod.get(0)));
        }
        requireListed(api, read.get(), query);
        ReadRequestBody.check(request.method(), request.body());
        URI url = URI.create(api.url() + PathMatch.encoded(read.get(), segments) + query.encoded());
        return new ReadMatch.Found(new MatchedRead(provider, api, read.get(), request, url));
    }

    private static boolean hasAll(ReadRule read, Query query) {
        return read.when().entrySet().stream()
                .allMatch(it -> query.only(it.getKey()).equals(Optional.of(it.getValue())));
    }

    private static void requireListed(ReadableApi api, ReadRule read, Query query) throws InvalidRequest {
        boolean isListed = query.parameters().stream().allMatch(it -> read.takesParameter(it.name()));
        if (!api.quirks().isAnyParameterTaken() && !isListed) {
            throw new InvalidRequest(ReadSentences.onParameters(read));
        }
    }
}
