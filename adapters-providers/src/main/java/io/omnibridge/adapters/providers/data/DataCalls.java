package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.reads.MatchedRead;
import io.omnibridge.adapters.providers.scrub.ScrubListener;
import io.omnibridge.adapters.providers.scrub.TokenPatterns;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.ReadContent;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.use.UseFailure;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** Calls APIs with the tokens of users, each read once, and follows at most one redirect without the token. Thread-safe. */
public final class DataCalls implements AutoCloseable {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int NOT_MODIFIED = 304;

    private final DataClient client;
    private final DataRequests requests;
    private final BodyTimers timers = new BodyTimers();
    private final ResponseFilters filters;
    private final ApiResponseReader responses;

    public DataCalls(Egress egress, DataLimits limits, Clock clock, ScrubListener listener) {
        this.client = new DataClient(egress, limits.firstByte(), timers);
        this.requests = new DataRequests(client);
        this.filters = new ResponseFilters(listener);
        this.responses = new ApiResponseReader(limits, timers, new RateLimit(clock), filters);
    }

    /**
     * Sends a read and returns when the beginning of the response is there.
     *
     * @param timeout how long to wait for status and headers
     */
    public ApiReadResult call(MatchedRead read, ProviderEntry entry, Credentials credentials, Duration timeout) {
        TokenPatterns tokens = CallTokens.of(credentials);
        try {
            Received received =
                    new Received(client.send(requests.toApi(read, entry, credentials.accessToken()), timeout), true);
            return isRedirect(received.status())
                    ? result(read, entry, follow(read, entry, received, tokens, timeout), tokens)
                    : result(read, entry, received, tokens);
        } catch (CallFailed e) {
            return new ApiReadResult.Failed(e.reason());
        }
    }

    /** Whatever goes wrong, no connection stays open. */
    private ApiReadResult result(MatchedRead read, ProviderEntry entry, Received received, TokenPatterns tokens)
            throws CallFailed {
        try {
            return responses.read(read, entry, received, tokens);
        } catch (CallFailed | RuntimeException | Error e) {
            received.discard();
            throw e;
        }
    }

    private static boolean isRedirect(int status) {
        return status / 100 == 3 && status != NOT_MODIFIED;
    }

    private Received follow(
            MatchedRead read, ProviderEntry entry, Received received, TokenPatterns tokens, Duration timeout)
            throws CallFailed {
        received.discard();
        String location = received.headers().firstValue("location").orElse("");
        boolean isFollowed = !filters.containsToken(location, entry, tokens)
                && read.rule().of() == ReadContent.MEDIA
                && REDIRECTS.contains(received.status())
                && !location.isEmpty();
        URI target = DownloadHosts.target(read, location, entry.reads().downloadHosts())
                .filter(it -> isFollowed)
                .orElseThrow(() -> new CallFailed(UseFailure.PROVIDER_REDIRECT));
        Received download = new Received(client.send(requests.toDownload(read, target), timeout), false);
        if (isRedirect(download.status())) {
            download.discard();
            throw new CallFailed(UseFailure.PROVIDER_REDIRECT);
        }
        return download;
    }

    /** Returns the number of timers of calls under way. */
    public int timers() {
        return timers.waiting();
    }

    @Override
    public void close() {
        client.close();
        timers.close();
    }
}
