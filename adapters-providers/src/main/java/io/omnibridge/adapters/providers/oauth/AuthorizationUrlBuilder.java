package io.omnibridge.adapters.providers.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.omnibridge.adapters.providers.catalogue.AuthorizationRules;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.connect.AttemptSecrets;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the URLs of authorization requests (RFC 6749 §4.1.1, RFC 7636 §4.3, OpenID Connect Core §3.1.2.1). */
final class AuthorizationUrlBuilder {

    private final RedirectUris redirectUris;

    AuthorizationUrlBuilder(RedirectUris redirectUris) {
        this.redirectUris = redirectUris;
    }

    URI build(ProviderEntry entry, URI endpoint, Scopes scopes, String state, AttemptSecrets secrets) {
        return url(endpoint, parameters(entry, redirectUris.of(entry.id()), scopes, state, secrets));
    }

    /** Returns a request that redirects to {@code redirectUri}. */
    static URI build(
            ProviderEntry entry, URI endpoint, URI redirectUri, Scopes scopes, String state, AttemptSecrets secrets) {
        return url(endpoint, parameters(entry, redirectUri, scopes, state, secrets));
    }

    /** Returns a request that asks an OpenID provider not to involve a person ({@code prompt=none}). */
    static URI probe(
            ProviderEntry entry, URI endpoint, URI redirectUri, Scopes scopes, String state, AttemptSecrets secrets) {
        Map<String, List<String>> parameters = parameters(entry, redirectUri, scopes, state, secrets);
        if (entry.connectable().isOpenId()) {
            parameters.put("prompt", List.of("none"));
        }
        return url(endpoint, parameters);
    }

    private static URI url(URI endpoint, Map<String, List<String>> parameters) {
        String separator = endpoint.getRawQuery() == null ? "?" : "&";
        return URI.create(endpoint + separator + URLUtils.serializeParameters(parameters));
    }

    private static Map<String, List<String>> parameters(
            ProviderEntry entry, URI redirectUri, Scopes scopes, String state, AttemptSecrets secrets) {
        AuthorizationRequest.Builder request = new AuthorizationRequest.Builder(
                        ResponseType.CODE, ClientCredentials.id(entry.client()))
                .redirectionURI(redirectUri)
                .state(new State(state));
        secrets.verifier()
                .ifPresent(it -> request.codeChallenge(new CodeVerifier(it.reveal()), CodeChallengeMethod.S256));
        Map<String, List<String>> parameters =
                new LinkedHashMap<>(request.build().toParameters());
        secrets.nonce().ifPresent(it -> parameters.put("nonce", List.of(it.reveal())));
        AuthorizationRules rules = entry.authorization();
        Scopes requested = rules.withRequired(scopes);
        if (!requested.values().isEmpty()) {
            String joined = String.join(rules.scopeSeparator(), requested.values());
            parameters.put(rules.scopeParameter(), List.of(joined));
        }
        if (entry.connectable().isOpenId() && requested.values().contains(AuthorizationRules.OFFLINE_ACCESS)) {
            parameters.put("prompt", List.of("consent")); // OpenID Connect Core §11: else the scope is ignored
        }
        rules.parameters().forEach((name, value) -> parameters.put(name, List.of(value)));
        return parameters;
    }
}
