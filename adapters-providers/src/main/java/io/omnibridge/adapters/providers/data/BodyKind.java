package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.reads.MatchedRead;
import io.omnibridge.application.port.ListedRead;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.UseFailure;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a body is, from status and headers.
 *
 * @param isJson whether it is filtered as JSON
 * @param failure why the client cannot receive it, if it cannot
 */
record BodyKind(boolean isJson, Optional<UseFailure> failure) {

    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);
    private static final int PARTIAL = 206;
    private static final Pattern JSON =
            Pattern.compile("(?i)\\s*application/(json|[a-z0-9.-]+\\+json)\\s*(;.*)?", Pattern.DOTALL);
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    static BodyKind of(MatchedRead read, int status, HttpHeaders headers, long maxResponse) {
        boolean isEncoded = headers.allValues("content-encoding").stream()
                .anyMatch(it -> !it.isBlank() && !it.strip().equalsIgnoreCase("identity"));
        boolean isTyped = headers.firstValue("content-type")
                .filter(it -> JSON.matcher(it).matches())
                .isPresent();
        boolean hasNoBody = WITHOUT_BODY.contains(status)
                || read.request().method() == ApiRequest.Method.HEAD
                || headers.firstValue("content-length").filter("0"::equals).isPresent();
        if (status < 200 || status > 599) {
            return new BodyKind(false, Optional.of(UseFailure.PROVIDER_ERROR));
        }
        boolean isJsonRead = read.rule().of() == ListedRead.Of.JSON;
        if (hasNoBody) {
            return new BodyKind(false, Optional.empty());
        }
        if (isEncoded || (isJsonRead && (!isTyped || status == PARTIAL))) {
            return new BodyKind(false, Optional.of(UseFailure.PROVIDER_ERROR));
        }
        boolean isTooLarge = headers.firstValue("content-length")
                .filter(it -> !LENGTH.matcher(it).matches() || Long.parseLong(it) > maxResponse)
                .isPresent();
        return new BodyKind(
                isJsonRead || (status >= 400 && isTyped),
                isTooLarge ? Optional.of(UseFailure.RESPONSE_TOO_LARGE) : Optional.empty());
    }
}
