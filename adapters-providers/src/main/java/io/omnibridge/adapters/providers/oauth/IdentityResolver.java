package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.IdentitySource;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.transport.ProviderRequest;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.credentials.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out whose account was granted, by what the provider says and nobody else. Thread-safe. */
final class IdentityResolver {

    private static final String BAR = "|";

    private final Transport transport;

    IdentityResolver(Transport transport) {
        this.transport = transport;
    }

    /**
     * The provider's own id of the account.
     *
     * @param answer of the token endpoint
     * @param subject of the ID token, where there is one
     * @throws InvalidProviderResponse if it cannot be found out, or two places disagree
     */
    ProviderAccountId find(
            ProviderEntry entry,
            Endpoints endpoints,
            JsonNode answer,
            Secret accessToken,
            Optional<String> subject,
            Deadline deadline)
            throws InvalidProviderResponse, RequestFailed {
        if (entry.identity() instanceof IdentitySource.InTokenResponse inAnswer) {
            return id(answer, inAnswer.parts());
        }
        if (entry.identity() instanceof IdentitySource.IdentityEndpoint at) {
            return id(ask(entry, at.url(), accessToken, deadline), at.parts());
        }
        String id = subject.orElseThrow(() -> new InvalidProviderResponse("there is no ID token"));
        boolean isAsked = entry.identity() instanceof IdentitySource.IdTokenSubject it && it.isUserinfoAsked();
        if (isAsked && endpoints.userinfo().isPresent()) {
            JsonNode userinfo = ask(entry, endpoints.userinfo().get(), accessToken, deadline);
            if (!ProviderJson.text(userinfo, "sub").equals(Optional.of(id))) {
                throw new InvalidProviderResponse("the userinfo endpoint speaks of somebody else");
            }
        }
        return ProviderAccountId.given(id);
    }

    private JsonNode ask(ProviderEntry entry, URI url, Secret accessToken, Deadline deadline)
            throws InvalidProviderResponse, RequestFailed {
        Map<String, String> headers = new HashMap<>(entry.api().headers());
        headers.put("Accept", "application/json");
        headers.put("Authorization", entry.api().tokenScheme() + " " + accessToken.reveal());
        ProviderResponse answer = transport.send(ProviderRequest.get(url, headers, deadline.left()));
        return ProviderJson.object(answer)
                .filter(it -> answer.status() == 200)
                .orElseThrow(() -> new InvalidProviderResponse(
                        "whose account it is cannot be read (status " + answer.status() + ")"));
    }

    private static ProviderAccountId id(JsonNode object, List<JsonPointer> pointers) throws InvalidProviderResponse {
        List<String> parts = new ArrayList<>();
        for (JsonPointer pointer : pointers) {
            String part = ProviderJson.id(object, pointer)
                    .orElseThrow(() -> new InvalidProviderResponse("the account's id is missing"));
            if (part.contains(BAR) && pointers.size() > 1) {
                throw new InvalidProviderResponse("a part of the account's id has a bar");
            }
            parts.add(part);
        }
        return ProviderAccountId.given(String.join(BAR, parts));
    }
}
