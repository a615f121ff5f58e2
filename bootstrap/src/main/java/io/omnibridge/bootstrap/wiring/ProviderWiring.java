package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.providers.CatalogueConnectors;
import io.omnibridge.adapters.providers.DataApis;
import io.omnibridge.adapters.providers.NoProviders;
import io.omnibridge.adapters.providers.OAuthProviders;
import io.omnibridge.adapters.providers.data.DataLimits;
import io.omnibridge.adapters.providers.scrub.ScrubListener;
import io.omnibridge.application.connect.ReturnUrls;
import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.SourceConnectors;
import io.omnibridge.bootstrap.config.ConnectConfig;
import io.omnibridge.domain.account.ProviderId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The configured providers, of which there may be none.
 *
 * @param returnUrls the URLs of applications that browsers may be redirected to
 * @param ageOfKeys how old the keys for the ID tokens of a provider are; empty if none were needed yet
 * @param apis makes the adapter of the providers' APIs
 * @param close closes all connections to the providers
 */
public record ProviderWiring(
        ProviderCatalogue catalogue,
        AuthorizationServers servers,
        ReturnUrls returnUrls,
        Function<ProviderId, Optional<Duration>> ageOfKeys,
        BiFunction<DataLimits, ScrubListener, DataApis> apis,
        SourceConnectors connectors,
        Runnable close) {

    /** Returns the ids of the providers. */
    List<ProviderId> ids() {
        return catalogue.all().stream().map(ConnectableProvider::id).toList();
    }

    /** Returns the ids of the OpenID providers. */
    List<ProviderId> openIds() {
        return catalogue.all().stream()
                .filter(ConnectableProvider::isOpenId)
                .map(ConnectableProvider::id)
                .toList();
    }

    static ProviderWiring of(ConnectConfig connect, Clock clock) {
        Optional<URI> publicUrl = connect.publicUrl();
        if (publicUrl.isEmpty() || connect.catalogue().all().isEmpty()) {
            NoProviders none = new NoProviders();
            return new ProviderWiring(
                    none,
                    none,
                    new ReturnUrls(List.of()),
                    id -> Optional.empty(),
                    apis(connect, clock),
                    new CatalogueConnectors(connect.catalogue()),
                    () -> {});
        }
        OAuthProviders providers = new OAuthProviders(connect.catalogue(), publicUrl.get(), connect.egress(), clock);
        return new ProviderWiring(
                providers,
                providers,
                connect.catalogue().returnUrls(),
                providers::ageOfKeys,
                apis(connect, clock),
                new CatalogueConnectors(connect.catalogue()),
                providers::close);
    }

    private static BiFunction<DataLimits, ScrubListener, DataApis> apis(ConnectConfig connect, Clock clock) {
        return (limits, listener) -> new DataApis(connect.catalogue(), connect.egress(), limits, clock, listener);
    }
}
