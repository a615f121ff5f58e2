package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.reads.MatchedRead;
import io.omnibridge.adapters.providers.transport.RetryAfter;
import io.omnibridge.application.port.ApiReadResult;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads from a response that a rate limit was reached, and until when. */
final class RateLimit {

    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;

    /** Notion's overload. */
    private static final int OVERLOADED = 529;

    /** Wait if the provider does not say: what GitHub asks for in this case. */
    private static final Duration DEFAULT_WAIT = Duration.ofMinutes(1);

    private static final Duration MIN_WAIT = Duration.ofSeconds(1);
    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_.-]{1,63}");
    private static final String RESET = "x-ratelimit-reset";

    private final Clock clock;

    RateLimit(Clock clock) {
        this.clock = clock;
    }

    /** Returns whether status and headers say that a limit was reached. */
    static boolean isReached(int status, HttpHeaders headers) {
        boolean isExhausted = headers.firstValue("retry-after").isPresent()
                || headers.firstValue("x-ratelimit-remaining")
                        .filter("0"::equals)
                        .isPresent();
        return status == TOO_MANY_REQUESTS || status == OVERLOADED || (status == FORBIDDEN && isExhausted);
    }

    /** Returns the limit with the provider's own time. */
    ApiReadResult.LimitReached reached(MatchedRead read, HttpHeaders headers, String retryAfterHeader) {
        String group = headers.firstValue("x-ratelimit-resource")
                .filter(it -> GROUP.matcher(it).matches())
                .orElse(read.limitGroup());
        Duration wait = wait(headers, retryAfterHeader)
                .or(() -> wait(headers, "retry-after"))
                .or(() -> wait(headers, RESET).filter(it -> !it.isZero()))
                .orElse(DEFAULT_WAIT);
        return new ApiReadResult.LimitReached(group, wait.compareTo(MIN_WAIT) < 0 ? MIN_WAIT : wait);
    }

    private Optional<Duration> wait(HttpHeaders headers, String name) {
        return headers.firstValue(name).flatMap(value -> RetryAfter.find(value, clock.instant()));
    }
}
