package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.transport.ProviderRequest;
import io.omnibridge.domain.credentials.Secret;
import java.util.Optional;

/** Sends a made-up code to the token endpoint: it tells whether there is one, and whether it knows this client. */
record ClientCheck(TokenEndpoint tokenEndpoint, RedirectUris redirectUris) {

    CheckResult check(CheckedProvider provider) {
        ProviderEntry entry = provider.entry();
        Optional<Secret> verifier = Optional.of(CheckedProvider.MADE_UP)
                .filter(it -> entry.connectable().isPkceUsed());
        ProviderRequest request = new TokenRequests(
                        entry, provider.endpoints().token().orElseThrow())
                .exchange(CheckedProvider.MADE_UP, verifier, redirectUris.of(entry.id()), provider.timeout());
        return result(tokenEndpoint.send(entry, request).kind());
    }

    private static CheckResult result(TokenResultKind kind) {
        return switch (kind) {
            case INVALID_GRANT ->
                new CheckResult(CheckStatus.FINE, "the token endpoint knows this client, and rejects a made-up code");
            case INVALID_CLIENT, CLIENT_OR_GRANT_REFUSED ->
                new CheckResult(
                        CheckStatus.WRONG,
                        "the token endpoint does not know this client: check client_id, the secret and token_endpoint_auth");
            case OTHER_ERROR, REQUEST_REFUSED ->
                new CheckResult(
                        CheckStatus.UNKNOWN,
                        "cannot be told: the token endpoint rejects a made-up code, and does not say whether it knows this"
                                + " client");
            case WRONG_ENDPOINT ->
                new CheckResult(CheckStatus.WRONG, "there is no token endpoint at this URL: check token_url");
            case NOT_PROCESSED ->
                new CheckResult(CheckStatus.WRONG, "the token endpoint is unreachable or busy: check token_url");
            case SUCCESS, UNREADABLE, OUTCOME_UNKNOWN ->
                new CheckResult(CheckStatus.WRONG, "the token endpoint sends an unusable response: check token_url");
        };
    }
}
