package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.reads.ApiLinks;
import io.omnibridge.adapters.providers.reads.MatchedRead;
import io.omnibridge.adapters.providers.scrub.TokenMasker;
import io.omnibridge.adapters.providers.scrub.TokenPatterns;
import io.omnibridge.application.port.ApiAnswer;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;

/** Reads what an API answered, and turns it into what the client may see. Thread-safe. */
final class AnswerReader {

    private static final int UNAUTHORIZED = 401;

    private final DataLimits limits;
    private final BodyTimers timers;
    private final RateLimit rateLimit;
    private final ResponseFilters filters;

    AnswerReader(DataLimits limits, BodyTimers timers, RateLimit rateLimit, ResponseFilters filters) {
        this.limits = limits;
        this.timers = timers;
        this.rateLimit = rateLimit;
        this.filters = filters;
    }

    ApiAnswer read(
            MatchedRead read,
            ProviderEntry entry,
            HttpResponse<Flow.Publisher<List<ByteBuffer>>> response,
            TokenPatterns tokens)
            throws CallFailed {
        HttpHeaders headers = response.headers();
        String retryAfter = entry.tokens().errors().retryAfterHeader();
        if (RateLimit.isReached(response.statusCode(), headers)) {
            DataClient.discard(response);
            return rateLimit.reached(read, headers, retryAfter);
        }
        BodyKind kind = BodyKind.of(read, response.statusCode(), headers, limits.maxResponse());
        if (kind.failure().isPresent() && response.statusCode() != UNAUTHORIZED) {
            DataClient.discard(response);
            throw new CallFailed(kind.failure().get());
        }
        Map<String, String> given = new ResponseHeaders(new TokenMasker(tokens), new ApiLinks(read)).of(headers);
        if (kind.failure().isPresent()) {
            DataClient.discard(response);
            return new ApiAnswer.Unauthorized(new ApiAnswer.Response(UNAUTHORIZED, given, MemoryBody.EMPTY));
        }
        UpstreamBody body = new UpstreamBody(filters.of(read, entry, kind, tokens), limits, timers);
        response.body().subscribe(body);
        awaitBeginning(body, response.statusCode());
        return answer(
                read,
                headers,
                retryAfter,
                new ApiAnswer.Response(
                        response.statusCode(), given, body.reader().body()),
                body,
                kind.isJson());
    }

    /** A refused token is told even if what comes with it is not readable. */
    private static void awaitBeginning(UpstreamBody body, int status) throws CallFailed {
        try {
            body.awaitBeginning();
        } catch (CallFailed e) {
            if (status != UNAUTHORIZED) {
                throw e;
            }
        }
    }

    private ApiAnswer answer(
            MatchedRead read,
            HttpHeaders headers,
            String retryAfter,
            ApiAnswer.Response response,
            UpstreamBody body,
            boolean isJson) {
        NamedError error = isJson ? NamedError.in(read, body.reader()) : NamedError.NONE;
        if (error == NamedError.LIMITED) {
            body.reader().cancel();
            return rateLimit.reached(read, headers, retryAfter);
        }
        if (error == NamedError.DEAD || response.status() == UNAUTHORIZED) {
            byte[] begin = body.reader().isComplete() ? body.reader().peek() : new byte[0];
            body.reader().cancel();
            return new ApiAnswer.Unauthorized(
                    new ApiAnswer.Response(response.status(), response.headers(), new MemoryBody(begin)));
        }
        return response;
    }
}
