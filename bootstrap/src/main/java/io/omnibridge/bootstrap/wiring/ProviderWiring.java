package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.providers.NoProviders;
import io.omnibridge.adapters.providers.OAuthProviders;
import io.omnibridge.application.connect.ReturnUrls;
import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.bootstrap.config.Config;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The configured providers, of which there may be none.
 *
 * @param returnUrls the URLs of applications that browsers may be redirected to
 * @param close closes all connections to the providers
 */
public record ProviderWiring(
        ProviderCatalogue catalogue, AuthorizationServers servers, ReturnUrls returnUrls, Runnable close) {

    static ProviderWiring of(Config.Connect connect, Clock clock) {
        Optional<URI> publicUrl = connect.publicUrl();
        if (publicUrl.isEmpty() || connect.catalogue().all().isEmpty()) {
            NoProviders none = new NoProviders();
            return new ProviderWiring(none, none, new ReturnUrls(List.of()), () -> {});
        }
        OAuthProviders providers = new OAuthProviders(connect.catalogue(), publicUrl.get(), connect.egress(), clock);
        return new ProviderWiring(providers, providers, connect.catalogue().returnUrls(), providers::close);
    }
}
