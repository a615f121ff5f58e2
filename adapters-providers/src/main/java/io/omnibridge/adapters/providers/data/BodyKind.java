package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.reads.MatchedRead;
import io.omnibridge.application.port.ReadContent;
import io.omnibridge.domain.use.ReadMethod;
import io.omnibridge.domain.use.UseFailure;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a body is, from status and headers.
 *
 * @param failure why the client cannot receive it, if it cannot
 */
record BodyKind(BodyForm form, Optional<UseFailure> failure) {

    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);
    private static final int PARTIAL = 206;
    private static final Pattern JSON =
            Pattern.compile("(?i)\\s*application/(json|[a-z0-9.-]+\\+json)\\s*(;.*)?", Pattern.DOTALL);
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    static BodyKind of(MatchedRead read, int status, HttpHeaders headers, long maxResponse) {
        if (status < 200 || status > 599) {
            return new BodyKind(BodyForm.OTHER, Optional.of(UseFailure.PROVIDER_ERROR));
        }
        boolean hasNoBody = WITHOUT_BODY.contains(status)
                || isHead(read)
                || headers.firstValue("content-length").filter("0"::equals).isPresent();
        return hasNoBody
                ? new BodyKind(BodyForm.NONE, Optional.empty())
                : new BodyKind(form(read, status, headers), failure(read, status, headers, maxResponse));
    }

    boolean isJson() {
        return form == BodyForm.JSON;
    }

    /**
     * Returns the length of the body that a GET would have, for the response to HEAD (RFC 9110 §8.6); empty if the filters could change
     * it.
     */
    static Optional<String> lengthOfHead(MatchedRead read, int status, HttpHeaders headers) {
        boolean isKept = isHead(read) && form(read, status, headers) == BodyForm.OTHER && !isEncoded(headers);
        return headers.firstValue("content-length")
                .filter(it -> isKept && LENGTH.matcher(it).matches());
    }

    private static boolean isHead(MatchedRead read) {
        return read.request().method() == ReadMethod.HEAD;
    }

    private static BodyForm form(MatchedRead read, int status, HttpHeaders headers) {
        return isJsonRead(read) || (status >= 400 && isTyped(headers)) ? BodyForm.JSON : BodyForm.OTHER;
    }

    private static Optional<UseFailure> failure(MatchedRead read, int status, HttpHeaders headers, long maxResponse) {
        if (isEncoded(headers) || (isJsonRead(read) && (!isTyped(headers) || status == PARTIAL))) {
            return Optional.of(UseFailure.PROVIDER_ERROR);
        }
        return headers.firstValue("content-length")
                .filter(it -> !LENGTH.matcher(it).matches() || Long.parseLong(it) > maxResponse)
                .map(it -> UseFailure.RESPONSE_TOO_LARGE);
    }

    private static boolean isJsonRead(MatchedRead read) {
        return read.rule().of() == ReadContent.JSON;
    }

    private static boolean isTyped(HttpHeaders headers) {
        return headers.firstValue("content-type")
                .filter(it -> JSON.matcher(it).matches())
                .isPresent();
    }

    private static boolean isEncoded(HttpHeaders headers) {
        return headers.allValues("content-encoding").stream()
                .anyMatch(it -> !it.isBlank() && !it.strip().equalsIgnoreCase("identity"));
    }
}
