package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.catalogue.RevocationStyle;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.domain.revocation.RevocableToken;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Asks for the revocation of a made-up token, which revokes nothing. */
final class RevocationCheck {

    private static final Set<Integer> NO_ENDPOINT = Set.of(404, 405, 410);
    private static final Set<Integer> NO_CLIENT = Set.of(401, 403);

    private final Transport transport;

    RevocationCheck(Transport transport) {
        this.transport = transport;
    }

    /** Returns the result; empty if the provider offers no revocation. */
    Optional<CheckResult> check(CheckedProvider provider) {
        if (provider.entry().revocation() == RevocationStyle.NONE) {
            return Optional.empty();
        }
        return Optional.of(provider.endpoints()
                .revocation()
                .map(url -> check(provider, url))
                .orElseGet(() -> new CheckResult(
                        CheckStatus.WRONG,
                        "there is no revocation endpoint, so an unlink ends no grant: give revocation_url, or say"
                                + " revocation_style: none")));
    }

    private CheckResult check(CheckedProvider provider, URI url) {
        ProviderEntry entry = provider.entry();
        RevocableToken madeUp = new RevocableToken(
                CheckedProvider.MADE_UP,
                !entry.revocation().takesAccessToken(),
                TokenOrigins.originOf(entry, provider.endpoints()));
        try {
            ProviderResponse response =
                    transport.send(new RevocationRequests(entry, url).request(madeUp, provider.timeout()));
            return result(entry, response);
        } catch (RequestFailed e) {
            return new CheckResult(
                    CheckStatus.WRONG, "the revocation endpoint: " + e.getMessage() + ": check revocation_url");
        }
    }

    private static CheckResult result(ProviderEntry entry, ProviderResponse response) {
        int status = response.status();
        if (new RevocationResponse(entry, response).isRevoked()) {
            return new CheckResult(CheckStatus.FINE, "the revocation endpoint responds as revocation_style says");
        }
        if (entry.revocation() == RevocationStyle.GITHUB || entry.revocation() == RevocationStyle.SLACK) {
            return new CheckResult(
                    CheckStatus.UNKNOWN,
                    "cannot be told: the revocation endpoint responds to a made-up token with status " + status
                            + ", as it does at a wrong URL");
        }
        if (NO_ENDPOINT.contains(status)) {
            return new CheckResult(
                    CheckStatus.WRONG, "there is no revocation endpoint at this URL: check revocation_url");
        }
        if (NO_CLIENT.contains(status)) {
            return new CheckResult(
                    CheckStatus.WRONG,
                    "the revocation endpoint does not accept this client (status " + status
                            + "): check token_endpoint_auth and revocation_style");
        }
        return status / 100 == 4
                ? new CheckResult(
                        CheckStatus.UNKNOWN,
                        "cannot be told: the revocation endpoint rejects a made-up token with status " + status)
                : new CheckResult(
                        CheckStatus.WRONG,
                        "the revocation endpoint responds with status " + status
                                + ": check revocation_url and revocation_style");
    }
}
