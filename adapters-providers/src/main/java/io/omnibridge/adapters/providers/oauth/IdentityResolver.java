package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.IdentitySource;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.reads.TokenCheckEndpoint;
import io.omnibridge.adapters.providers.transport.ProviderRequest;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.credentials.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Determines the id of the granted account from what the provider says. Thread-safe. */
final class IdentityResolver {

    private static final String SEPARATOR = "|";

    private final Transport transport;

    IdentityResolver(Transport transport) {
        this.transport = transport;
    }

    /**
     * Returns the provider's own id of the account, and its label.
     *
     * @param tokenResponse the response of the token endpoint
     * @param idToken the ID token, if there is one
     * @throws InvalidProviderResponse if the id is missing or invalid, or userinfo contradicts the ID token
     */
    AccountIdentity find(
            ProviderEntry entry,
            Endpoints endpoints,
            JsonNode tokenResponse,
            Secret accessToken,
            Optional<VerifiedIdToken> idToken,
            ProviderDeadline deadline)
            throws InvalidProviderResponse, RequestFailed {
        if (entry.identity() instanceof IdentitySource.InTokenResponse inResponse) {
            return AccountIdentity.of(entry, id(tokenResponse, inResponse.parts()), tokenResponse);
        }
        if (entry.identity() instanceof IdentitySource.IdentityEndpoint endpoint) {
            JsonNode response = fetch(entry, endpoint.url(), accessToken, deadline);
            return AccountIdentity.of(entry, id(response, endpoint.parts()), response);
        }
        VerifiedIdToken verified = idToken.orElseThrow(() -> new InvalidProviderResponse("the ID token is missing"));
        boolean checksUserinfo = entry.identity() instanceof IdentitySource.IdTokenSubject it && it.checksUserinfo();
        if (checksUserinfo && endpoints.userinfo().isPresent()) {
            JsonNode userinfo = fetch(entry, endpoints.userinfo().get(), accessToken, deadline);
            if (!ProviderJson.text(userinfo, "sub").equals(Optional.of(verified.subject()))) {
                throw new ContradictoryIdentity("userinfo names another subject than the ID token");
            }
            return AccountIdentity.of(entry, accountId(verified.subject()), userinfo, verified.claims());
        }
        return AccountIdentity.of(entry, accountId(verified.subject()), verified.claims());
    }

    /**
     * Returns the provider's own id of the account that an access token belongs to; empty if no endpoint of the provider says so.
     *
     * @throws InvalidProviderResponse if the response is missing the id, or it is invalid
     */
    Optional<ProviderAccountId> ofToken(
            ProviderEntry entry, Endpoints endpoints, Secret accessToken, ProviderDeadline deadline)
            throws InvalidProviderResponse, RequestFailed {
        if (entry.identity() instanceof IdentitySource.IdentityEndpoint endpoint) {
            return Optional.of(id(fetch(entry, endpoint.url(), accessToken, deadline), endpoint.parts()));
        }
        if (entry.identity() instanceof IdentitySource.IdTokenSubject
                && endpoints.userinfo().isPresent()) {
            JsonNode userinfo = fetch(entry, endpoints.userinfo().get(), accessToken, deadline);
            return Optional.of(id(userinfo, List.of(JsonPointer.compile("/sub"))));
        }
        Optional<TokenCheckEndpoint> check =
                entry.reads().tokenCheck().filter(it -> !it.idParts().isEmpty());
        return check.isPresent()
                ? Optional.of(id(
                        fetch(entry, check.get().url(), accessToken, deadline),
                        check.get().idParts()))
                : Optional.empty();
    }

    /** Returns the account that a valid ID token names; empty if the ID token does not decide about the account. */
    Optional<ProviderAccountId> reported(ProviderEntry entry, Optional<VerifiedIdToken> idToken)
            throws InvalidProviderResponse {
        return entry.identity() instanceof IdentitySource.IdTokenSubject && idToken.isPresent()
                ? Optional.of(accountId(idToken.get().subject()))
                : Optional.empty();
    }

    private static ProviderAccountId accountId(String id) throws InvalidProviderResponse {
        try {
            return ProviderAccountId.ofProvider(id);
        } catch (InvalidValue e) {
            throw new InvalidProviderResponse("the account's id is not valid: it " + e.getMessage());
        }
    }

    private JsonNode fetch(ProviderEntry entry, URI url, Secret accessToken, ProviderDeadline deadline)
            throws InvalidProviderResponse, RequestFailed {
        ProviderResponse response = get(entry, url, accessToken, deadline);
        if (TemporaryFailure.isOne(entry, response)) {
            throw new IdentityUnavailable(
                    "the account's identity cannot be read now (status " + response.status() + ")");
        }
        return ProviderJson.object(response)
                .filter(it -> response.status() == 200)
                .orElseThrow(() -> new InvalidProviderResponse(
                        "the account's identity cannot be read (status " + response.status() + ")"));
    }

    /** Reads {@code url} with an access token. */
    ProviderResponse get(ProviderEntry entry, URI url, Secret accessToken, ProviderDeadline deadline)
            throws RequestFailed {
        Map<String, String> headers = new HashMap<>(entry.api().headers());
        headers.put("Accept", "application/json");
        headers.put("Authorization", entry.api().tokenScheme() + " " + accessToken.reveal());
        return transport.send(ProviderRequest.get(url, headers, deadline.remaining()));
    }

    private static ProviderAccountId id(JsonNode object, List<JsonPointer> pointers) throws InvalidProviderResponse {
        List<String> parts = new ArrayList<>();
        for (JsonPointer pointer : pointers) {
            String part = ProviderJson.id(object, pointer)
                    .orElseThrow(() -> new InvalidProviderResponse("the account's id is missing"));
            if (part.contains(SEPARATOR) && pointers.size() > 1) {
                throw new InvalidProviderResponse("a part of the account's id contains a bar");
            }
            parts.add(part);
        }
        return accountId(String.join(SEPARATOR, parts));
    }
}
