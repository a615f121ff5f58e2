package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.domain.account.Scopes;
import java.net.URI;
import java.util.List;

/**
 * Checks the redirect URI and the scopes by authorization requests without a person. A server that asks for a login first tells
 * nothing by itself; then a request with another redirect URI shows whether it would have refused that one.
 */
final class AuthorizationCheck {

    private final Transport transport;
    private final RedirectUris redirectUris;

    AuthorizationCheck(Transport transport, RedirectUris redirectUris) {
        this.transport = transport;
        this.redirectUris = redirectUris;
    }

    List<CheckResult> check(CheckedProvider provider) {
        URI redirectUri = redirectUris.of(provider.entry().id());
        AuthorizationProbe probe = new AuthorizationProbe(transport, provider);
        Scopes scopes = provider.entry()
                .authorization()
                .withRequired(provider.entry().connectable().scopes());
        try {
            AuthorizationProbeResult outcome = probe.send(redirectUri, scopes);
            if (outcome instanceof AuthorizationProbeResult.Unavailable unavailable) {
                return List.of(new CheckResult(
                        CheckStatus.WRONG,
                        "the authorization endpoint responds with status " + unavailable.status()
                                + ": check authorization_url"));
            }
            ScopeCheck scopeCheck = new ScopeCheck(provider, probe, redirectUri);
            if (outcome instanceof AuthorizationProbeResult.Returned returned) {
                return List.of(accepted(redirectUri), scopeCheck.afterReturn(returned, scopes));
            }
            if (outcome instanceof AuthorizationProbeResult.Refused && scopeCheck.isCause(scopes)) {
                return List.of(accepted(redirectUri), scopeCheck.refused(scopes));
            }
            return List.of(
                    outcome instanceof AuthorizationProbeResult.Refused refused
                            ? refused(redirectUri, refused.status())
                            : afterLogin(probe, redirectUri, scopes),
                    scopeCheck.untold(scopes));
        } catch (RequestFailed e) {
            return List.of(new CheckResult(
                    CheckStatus.WRONG, "the authorization endpoint: " + e.getMessage() + ": check authorization_url"));
        }
    }

    private static CheckResult accepted(URI redirectUri) {
        return new CheckResult(
                CheckStatus.FINE, "the authorization endpoint knows this client, and the redirect URI " + redirectUri);
    }

    private static CheckResult refused(URI redirectUri, int status) {
        return new CheckResult(
                CheckStatus.WRONG,
                "the authorization endpoint refuses the request with status " + status + ": register the redirect URI "
                        + redirectUri + " for this client, and check client_id");
    }

    private static CheckResult afterLogin(AuthorizationProbe probe, URI redirectUri, Scopes scopes)
            throws RequestFailed {
        return probe.send(URI.create(redirectUri + "-check"), scopes) instanceof AuthorizationProbeResult.Refused
                ? new CheckResult(
                        CheckStatus.FINE,
                        "the authorization endpoint refuses another redirect URI, and accepts " + redirectUri)
                : new CheckResult(
                        CheckStatus.UNKNOWN,
                        "cannot be told: whether the redirect URI " + redirectUri
                                + " is registered, since the authorization endpoint asks for a login first");
    }
}
