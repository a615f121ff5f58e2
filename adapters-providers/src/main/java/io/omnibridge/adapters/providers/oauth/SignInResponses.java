package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import java.util.Optional;

/** Checks the responses of an issuer to a sign-in, before its ID token. */
final class SignInResponses {

    private SignInResponses() {}

    /**
     * Requires that the issuer itself answered, where it says so (RFC 9207 §2.4).
     *
     * @param sent the issuer that the callback names; empty if it names none
     */
    static void requireIssuer(Endpoints endpoints, Optional<String> sent) throws InvalidProviderResponse {
        boolean isRequired = endpoints.isIssuerReturned().orElse(false);
        if (sent.isEmpty() ? isRequired : !sent.equals(endpoints.issuer())) {
            throw new InvalidProviderResponse("the callback does not name the issuer (iss)");
        }
    }

    /** Returns the token response. */
    static JsonNode body(TokenResult result) throws RequestFailed, InvalidProviderResponse {
        return switch (result.kind()) {
            case SUCCESS -> result.body().orElseThrow();
            case NOT_PROCESSED, OUTCOME_UNKNOWN -> throw new RequestFailed("the token endpoint gave no answer");
            case INVALID_CLIENT -> throw new InvalidProviderResponse("the issuer refused the client id or secret");
            default ->
                throw new InvalidProviderResponse(
                        "the token endpoint refused the code: " + result.error().orElse("no error code"));
        };
    }
}
