package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.support.http.Egress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The providers at which users can connect accounts.
 *
 * @param publicUrl the URL of this service for browsers, without a slash at its end; present if there is a provider
 * @param egress the way of all calls to the providers
 * @param keepAlive how long an account may stay unused before it is unlinked and its grant revoked
 * @param showsTicket whether OmniBridge's own page shows the ticket, for trials
 */
public record ConnectConfig(
        Optional<URI> publicUrl,
        Catalogue catalogue,
        Egress egress,
        Optional<Duration> keepAlive,
        boolean showsTicket) {

    /**
     * Reads this part from environment variables, for commands that need nothing else. Other settings are accepted unread; unknown
     * names are rejected.
     *
     * @throws ConfigInvalid with every problem
     */
    public static ConnectConfig from(Map<String, String> environment) throws ConfigInvalid {
        Settings settings = Settings.ofPart(environment);
        Optional<ConnectConfig> connect = new ConnectSettings(environment, settings, Optional.empty())
                .connect(new EgressSettings(settings).toProviders());
        settings.throwIfAnyWrong();
        return connect.orElseThrow();
    }
}
