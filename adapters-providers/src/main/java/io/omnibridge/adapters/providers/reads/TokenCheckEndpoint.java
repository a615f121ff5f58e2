package io.omnibridge.adapters.providers.reads;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * Endpoint that answers whether a token is accepted.
 *
 * @param idParts JSON pointers into its response to the parts of the account's id; empty if it does not say whose the token is
 */
public record TokenCheckEndpoint(URI url, List<JsonPointer> idParts) {
    public TokenCheckEndpoint {
        Objects.requireNonNull(url, "url");
        idParts = List.copyOf(idParts);
    }
}
