package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.providers.catalogue.Urls;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.ClientId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the settings of the pages: the client that OmniBridge is at the issuer of the JWTs, at which people sign in. */
final class UiSettings {

    private static final String CLIENT_ID = "OMNIBRIDGE_UI_CLIENT_ID";
    private static final String CLIENT_SECRET = "OMNIBRIDGE_UI_CLIENT_SECRET";
    private static final String ISSUER = "OMNIBRIDGE_JWT_ISSUER";

    private final Settings settings;

    UiSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * Returns how people sign in to the pages; empty if there are no pages, or something is wrong.
     *
     * @param egress the way of the calls of the issuer
     */
    Optional<UiConfig> ui(Egress egress) {
        Optional<ClientId> client = settings.read(CLIENT_ID, ClientId::new);
        Optional<Supplier<Secret>> secret = settings.watched().read(CLIENT_SECRET, Secret::new);
        if (settings.isSet(CLIENT_SECRET) && !settings.isSet(CLIENT_ID)) {
            settings.reject(CLIENT_SECRET, "has no effect without " + CLIENT_ID);
        }
        if (settings.isSet(CLIENT_ID)) {
            requireIssuer();
        }
        return client.map(id -> new UiConfig.AtIssuer(id, secret, egress));
    }

    private void requireIssuer() {
        for (String name : List.of("OMNIBRIDGE_JWKS_URL", "OMNIBRIDGE_PUBLIC_URL")) {
            if (!settings.isSet(name)) {
                settings.reject(name, "is required with " + CLIENT_ID);
            }
        }
        settings.read(ISSUER, value -> {
            InvalidValue.unless(
                    Urls.parse(value).filter(url -> url.getRawQuery() == null).isPresent(),
                    "must be an https URL (or http on loopback) without query and fragment with " + CLIENT_ID);
            return value;
        });
    }
}
