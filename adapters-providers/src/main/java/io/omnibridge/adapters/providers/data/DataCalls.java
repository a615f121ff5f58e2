package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.reads.MatchedRead;
import io.omnibridge.adapters.providers.scrub.ScrubListener;
import io.omnibridge.adapters.providers.scrub.TokenPatterns;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.application.port.ApiAnswer;
import io.omnibridge.application.port.ListedRead;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.use.UseFailure;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Flow;

/** Calls APIs with the tokens of users, each read once, and follows at most one redirect without the token. Thread-safe. */
public final class DataCalls implements AutoCloseable {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int NOT_MODIFIED = 304;

    /** A shorter refresh token is not looked for: it would be found where it is not. */
    private static final int MIN_TOKEN = 16;

    private final DataClient client;
    private final DataRequests requests;
    private final BodyTimers timers = new BodyTimers();
    private final AnswerReader answers;

    public DataCalls(Egress egress, DataLimits limits, Clock clock, ScrubListener listener) {
        this.client = new DataClient(egress, limits.firstByte(), timers);
        this.requests = new DataRequests(client);
        this.answers = new AnswerReader(limits, timers, new RateLimit(clock), new ResponseFilters(listener));
    }

    /**
     * Sends a read and returns when the beginning of the response is there.
     *
     * @param timeout how long to wait for status and headers
     */
    public ApiAnswer call(MatchedRead read, ProviderEntry entry, Credentials credentials, Duration timeout) {
        TokenPatterns tokens = new TokenPatterns(tokens(credentials));
        try {
            HttpResponse<Flow.Publisher<List<ByteBuffer>>> response =
                    client.send(requests.toApi(read, entry, credentials.accessToken()), timeout);
            if (isRedirect(response.statusCode())) {
                response = follow(read, entry, response, tokens, timeout);
            }
            return answers.read(read, entry, response, tokens);
        } catch (CallFailed e) {
            return new ApiAnswer.Failed(e.reason());
        }
    }

    private static Set<String> tokens(Credentials credentials) {
        Set<String> tokens = new LinkedHashSet<>();
        tokens.add(credentials.accessToken().reveal());
        credentials
                .refreshToken()
                .map(Secret::reveal)
                .filter(it -> it.length() >= MIN_TOKEN)
                .ifPresent(tokens::add);
        return tokens;
    }

    private static boolean isRedirect(int status) {
        return status / 100 == 3 && status != NOT_MODIFIED;
    }

    private HttpResponse<Flow.Publisher<List<ByteBuffer>>> follow(
            MatchedRead read,
            ProviderEntry entry,
            HttpResponse<Flow.Publisher<List<ByteBuffer>>> response,
            TokenPatterns tokens,
            Duration timeout)
            throws CallFailed {
        DataClient.discard(response);
        String location = response.headers().firstValue("location").orElse("");
        boolean isFollowed = read.rule().of() == ListedRead.Of.MEDIA
                && REDIRECTS.contains(response.statusCode())
                && !location.isEmpty()
                && !ResponseFilters.containsToken(location, tokens);
        URI target = DownloadHosts.target(read, location, entry.reads().downloadHosts())
                .filter(it -> isFollowed)
                .orElseThrow(() -> new CallFailed(UseFailure.PROVIDER_REDIRECT));
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> download =
                client.send(requests.toDownload(read, target), timeout);
        if (isRedirect(download.statusCode())) {
            DataClient.discard(download);
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
