package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.transport.ProviderRequest;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.connect.AttemptSecrets;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Authorization request without a browser and without a session, at OpenID providers with {@code prompt=none} (OpenID Connect
 * Core §3.1.2.1): the server either sends the browser back with an error, or refuses, or asks for a login.
 */
final class AuthorizationProbe {

    private static final String STATE = "omnibridge-check-of-the-configuration";
    private static final int NOT_FOUND = 404;

    private final Transport transport;
    private final CheckedProvider provider;

    AuthorizationProbe(Transport transport, CheckedProvider provider) {
        this.transport = transport;
        this.provider = provider;
    }

    /** @throws RequestFailed if the server does not respond in time */
    AuthorizationProbeResult send(URI redirectUri, Scopes scopes) throws RequestFailed {
        URI url = AuthorizationUrlBuilder.probe(
                provider.entry(),
                provider.endpoints().authorization().orElseThrow(),
                redirectUri,
                scopes,
                STATE,
                secrets());
        ProviderResponse response =
                transport.send(ProviderRequest.get(url, Map.of("Accept", "text/html"), provider.timeout()));
        int status = response.status();
        if (status == NOT_FOUND || status >= 500) {
            return new AuthorizationProbeResult.Unavailable(status);
        }
        if (status / 100 == 4) {
            return new AuthorizationProbeResult.Refused(status);
        }
        return response.header("location")
                .filter(it -> status / 100 == 3 && isAt(redirectUri, it))
                .<AuthorizationProbeResult>map(it -> new AuthorizationProbeResult.Returned(error(it)))
                .orElseGet(AuthorizationProbeResult.Elsewhere::new);
    }

    private AttemptSecrets secrets() {
        return new AttemptSecrets(
                Optional.of(CheckedProvider.MADE_UP)
                        .filter(it -> provider.entry().connectable().isPkceUsed()),
                Optional.of(CheckedProvider.MADE_UP)
                        .filter(it -> provider.entry().connectable().isOpenId()),
                Optional.empty());
    }

    private static boolean isAt(URI redirectUri, String location) {
        return location.equals(redirectUri.toString())
                || location.startsWith(redirectUri + "?")
                || location.startsWith(redirectUri + "#");
    }

    private static Optional<String> error(String location) {
        return Arrays.stream(location.substring(location.indexOf('?') + 1).split("[&#]", -1))
                .filter(part -> part.startsWith("error="))
                .map(part -> URLDecoder.decode(part.substring("error=".length()), StandardCharsets.UTF_8))
                .findFirst();
    }
}
