package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.reads.ApiLinks;
import io.omnibridge.adapters.providers.reads.MatchedRead;
import io.omnibridge.adapters.providers.scrub.MaskedText;
import io.omnibridge.adapters.providers.scrub.TokenPatterns;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Chooses the headers of a response that the client receives. */
final class ResponseHeaders {

    private static final Set<String> GIVEN =
            Set.of("content-type", "content-range", "etag", "last-modified", "retry-after");
    private static final Pattern RATE_LIMIT = Pattern.compile("(x-)?ratelimit(-[a-z-]{1,40})?");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E]{1,1024}");
    private static final String LINK = "link";

    private final MatchedRead read;
    private final PageLinks links;
    private final TokenPatterns tokens;
    private final Removals removals;

    ResponseHeaders(MatchedRead read, TokenPatterns tokens, Removals removals) {
        this.read = read;
        this.links = new PageLinks(new ApiLinks(read));
        this.tokens = tokens;
        this.removals = removals;
    }

    /** Returns the headers by name, without tokens. Of a header that is there several times, the first counts. */
    Map<String, String> of(int status, HttpHeaders headers) {
        Map<String, String> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.map().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (GIVEN.contains(lower) || RATE_LIMIT.matcher(lower).matches()) {
                first(values).ifPresent(value -> given.put(name, value));
            }
        });
        links.of(headers.allValues(LINK)).ifPresent(value -> given.put("Link", value));
        BodyKind.lengthOfHead(read, status, headers).ifPresent(value -> given.put("Content-Length", value));
        given.replaceAll((name, value) -> masked(value));
        return given;
    }

    private String masked(String value) {
        MaskedText masked = MaskedText.of(value, tokens);
        removals.masked(masked.count());
        return masked.text();
    }

    private static Optional<String> first(List<String> values) {
        return values.stream().findFirst().filter(it -> VALUE.matcher(it).matches());
    }
}
