package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.domain.account.Scopes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out which of the configured scopes the provider refuses. */
final class ScopeCheck {

    /** Errors that a server returns only to a request which it accepts otherwise (OpenID Connect Core §3.1.2.6). */
    private static final Set<String> NEEDS_A_PERSON = Set.of(
            "login_required",
            "interaction_required",
            "consent_required",
            "account_selection_required",
            "access_denied");

    private static final String INVALID_SCOPE = "invalid_scope";

    /** Each scope that is tried alone costs a request. */
    private static final int MAX_TRIED_ALONE = 10;

    private final CheckedProvider provider;
    private final AuthorizationProbe probe;
    private final URI redirectUri;

    ScopeCheck(CheckedProvider provider, AuthorizationProbe probe, URI redirectUri) {
        this.provider = provider;
        this.probe = probe;
        this.redirectUri = redirectUri;
    }

    /** Returns the result after the server sent the browser back. */
    CheckResult afterReturn(AuthorizationProbeResult.Returned returned, Scopes scopes) throws RequestFailed {
        Optional<String> error = returned.error();
        if (error.isEmpty() || NEEDS_A_PERSON.contains(error.get())) {
            return unannounced(scopes)
                    .orElseGet(
                            () -> new CheckResult(CheckStatus.FINE, "the authorization endpoint accepts the scopes"));
        }
        return switch (error.get()) {
            case INVALID_SCOPE -> refused(scopes);
            case "unauthorized_client", "unsupported_response_type" ->
                new CheckResult(
                        CheckStatus.WRONG,
                        "the client may not use the authorization code flow: permit it in the client's registration");
            case "invalid_request" ->
                new CheckResult(
                        CheckStatus.WRONG,
                        "the authorization endpoint refuses the request as invalid: check pkce and"
                                + " authorization_parameters");
            default ->
                new CheckResult(
                        CheckStatus.UNKNOWN,
                        "cannot be told: whether the scopes are accepted, since the authorization endpoint returns another"
                                + " error");
        };
    }

    /** Returns the result for scopes that the server refuses, with those that it refuses alone. */
    CheckResult refused(Scopes scopes) throws RequestFailed {
        List<String> refused = new ArrayList<>();
        for (String scope : scopes.values().subList(0, Math.min(scopes.values().size(), MAX_TRIED_ALONE))) {
            if (isRefused(required(scope))) {
                refused.add(scope);
            }
        }
        return new CheckResult(
                CheckStatus.WRONG,
                "the provider refuses "
                        + (refused.isEmpty() ? "the scopes, together" : "the scopes " + String.join(", ", refused))
                        + ": correct scopes, or permit them in the client's registration");
    }

    /** Returns whether the server accepts the same request with the required scopes alone. */
    boolean isCause(Scopes scopes) throws RequestFailed {
        Scopes least = provider.entry().authorization().requiredScopes();
        return !least.equals(scopes) && !isRefused(least);
    }

    /** Returns the result where the server does not look at the scopes before a login. */
    CheckResult untold(Scopes scopes) {
        return unannounced(scopes)
                .orElseGet(() -> new CheckResult(
                        CheckStatus.UNKNOWN,
                        "cannot be told: whether the scopes are accepted, without a login at the provider"));
    }

    private Scopes required(String scope) {
        return provider.entry().authorization().withRequired(Scopes.of(List.of(scope)));
    }

    private boolean isRefused(Scopes scopes) throws RequestFailed {
        AuthorizationProbeResult outcome = probe.send(redirectUri, scopes);
        return outcome instanceof AuthorizationProbeResult.Refused
                || (outcome instanceof AuthorizationProbeResult.Returned returned
                        && returned.error().equals(Optional.of(INVALID_SCOPE)));
    }

    /** A server may ignore a scope that it does not know (RFC 6749 §3.3), and may have more than it announces. */
    private Optional<CheckResult> unannounced(Scopes scopes) {
        List<String> unknown = provider.metadata().scopes().stream()
                .flatMap(announced -> scopes.values().stream().filter(scope -> !announced.contains(scope)))
                .toList();
        return Optional.of(unknown)
                .filter(it -> !it.isEmpty())
                .map(it -> new CheckResult(
                        CheckStatus.UNKNOWN,
                        "cannot be told: the issuer does not announce the scopes " + String.join(", ", it)
                                + ", and may ignore them: compare scopes with its documentation"));
    }
}
