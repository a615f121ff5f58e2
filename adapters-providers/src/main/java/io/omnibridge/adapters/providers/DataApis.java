package io.omnibridge.adapters.providers;

import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.data.DataCalls;
import io.omnibridge.adapters.providers.data.DataLimits;
import io.omnibridge.adapters.providers.oauth.TokenIdentity;
import io.omnibridge.adapters.providers.reads.MatchedRead;
import io.omnibridge.adapters.providers.reads.ReadMatcher;
import io.omnibridge.adapters.providers.reads.ReadableApi;
import io.omnibridge.adapters.providers.scrub.ScrubListener;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.application.port.ApiRead;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.ListedApi;
import io.omnibridge.application.port.ProviderApis;
import io.omnibridge.application.port.ReadMatch;
import io.omnibridge.application.port.TokenCheck;
import io.omnibridge.application.port.TokenOwner;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.UseFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** APIs of the providers of a {@link Catalogue}, called over HTTP/1.1. Thread-safe. */
public final class DataApis implements ProviderApis, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataApis.class);

    private final Catalogue catalogue;
    private final TokenIdentity identity;
    private final DataCalls calls;
    private final Map<ProviderId, ReadMatcher> matchers;

    /**
     * @param egress the way of all calls to the providers
     * @param listener counts what is removed from responses
     */
    public DataApis(Catalogue catalogue, Egress egress, DataLimits limits, Clock clock, ScrubListener listener) {
        this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
        this.identity = new TokenIdentity(new Transport(egress), clock);
        this.calls = new DataCalls(egress, limits, clock, listener);
        List<ProviderEntry> entries = catalogue.all().stream()
                .flatMap(it -> catalogue.entry(it.id()).stream())
                .toList();
        this.matchers = entries.stream()
                .collect(Collectors.toUnmodifiableMap(
                        ProviderEntry::id,
                        it -> new ReadMatcher(it.id(), it.reads().apis())));
        entries.stream()
                .filter(it -> it.reads().hasUnusedUrl())
                .forEach(it -> LOG.warn(
                        "providers.{}.api_url has no effect: see apis", it.id().value()));
    }

    @Override
    public Optional<List<ListedApi>> apis(ProviderId provider) {
        return catalogue
                .entry(provider)
                .map(entry ->
                        entry.reads().apis().stream().map(ReadableApi::listed).toList());
    }

    @Override
    public boolean usesAccountsLinkedByToken(ProviderId provider) {
        return catalogue
                .entry(provider)
                .filter(entry -> entry.reads().takesAccountsLinkedByToken())
                .isPresent();
    }

    @Override
    public ReadMatch match(ProviderId provider, ApiRequest request) {
        ReadMatcher matcher = matchers.get(provider);
        return matcher == null ? new ReadMatch.NotConfigured() : matcher.match(request);
    }

    @Override
    public ApiReadResult call(ApiRead read, Credentials credentials, Duration timeout) {
        Optional<ProviderEntry> entry = catalogue.entry(read.provider());
        return read instanceof MatchedRead matched && entry.isPresent()
                ? calls.call(matched, entry.get(), credentials, timeout)
                : new ApiReadResult.Failed(UseFailure.INTERNAL_ERROR);
    }

    @Override
    public TokenCheck check(ProviderId provider, Secret accessToken) {
        return catalogue
                .entry(provider)
                .map(entry -> identity.check(entry, accessToken))
                .orElseGet(TokenCheck.Unknown::new);
    }

    @Override
    public TokenOwner identify(ProviderId provider, Secret accessToken) {
        return catalogue
                .entry(provider)
                .map(entry -> identity.identify(entry, accessToken))
                .orElseGet(TokenOwner.NotNamed::new);
    }

    /** Returns the number of timers of calls under way. */
    public int timers() {
        return calls.timers();
    }

    /** Ends the threads of the HTTP client; calls in flight fail. */
    @Override
    public void close() {
        calls.close();
    }
}
