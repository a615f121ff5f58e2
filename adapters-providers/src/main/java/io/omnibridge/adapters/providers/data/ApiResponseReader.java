package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.reads.MatchedRead;
import io.omnibridge.adapters.providers.scrub.TokenPatterns;
import io.omnibridge.application.port.ApiReadResult;
import java.net.http.HttpHeaders;
import java.util.Map;

/** Reads what an API answered, and turns it into what the client may see. Thread-safe. */
final class ApiResponseReader {

    private static final int UNAUTHORIZED = 401;

    private final DataLimits limits;
    private final BodyTimers timers;
    private final RateLimit rateLimit;
    private final ResponseFilters filters;

    ApiResponseReader(DataLimits limits, BodyTimers timers, RateLimit rateLimit, ResponseFilters filters) {
        this.limits = limits;
        this.timers = timers;
        this.rateLimit = rateLimit;
        this.filters = filters;
    }

    /** The caller discards the response if this throws. */
    ApiReadResult read(MatchedRead read, ProviderEntry entry, Received received, TokenPatterns tokens)
            throws CallFailed {
        HttpHeaders headers = received.headers();
        int status = received.status();
        if (received.isOfApi() && RateLimit.isReached(status, headers)) {
            return limited(read, entry, received);
        }
        boolean isRefused = received.isOfApi() && status == UNAUTHORIZED;
        BodyKind kind = BodyKind.of(read, status, headers, limits.maxResponse());
        if (kind.failure().isPresent() && !isRefused) {
            throw new CallFailed(kind.failure().get());
        }
        Map<String, String> given = filters.headers(read, entry, tokens).of(status, headers);
        if (kind.failure().isPresent()) {
            received.discard();
            return new ApiReadResult.Unauthorized(new ApiReadResult.Response(UNAUTHORIZED, given, MemoryBody.EMPTY));
        }
        UpstreamBody body = new UpstreamBody(filters.of(read, entry, kind, tokens), limits, timers);
        received.readBody(body);
        awaitBeginning(body, isRefused);
        NamedError error = kind.isJson() && received.isOfApi() ? NamedError.in(read, body.reader()) : NamedError.NONE;
        if (error == NamedError.LIMITED) {
            return limited(read, entry, received);
        }
        return isRefused || error == NamedError.DEAD
                ? unauthorized(received, given, body.reader())
                : new ApiReadResult.Response(status, given, body.reader().body());
    }

    /** A refused token is told even if what comes with it is not readable. */
    private static void awaitBeginning(UpstreamBody body, boolean isRefused) throws CallFailed {
        try {
            body.awaitBeginning();
        } catch (CallFailed e) {
            if (!isRefused) {
                throw e;
            }
        }
    }

    private ApiReadResult limited(MatchedRead read, ProviderEntry entry, Received received) {
        received.discard();
        return rateLimit.reached(
                read, received.headers(), entry.tokens().errors().retryAfterHeader());
    }

    private static ApiReadResult unauthorized(Received received, Map<String, String> given, BodyPublisher reader) {
        byte[] begin = reader.isComplete() ? reader.peek() : new byte[0];
        received.discard();
        return new ApiReadResult.Unauthorized(
                new ApiReadResult.Response(received.status(), given, new MemoryBody(begin)));
    }
}
