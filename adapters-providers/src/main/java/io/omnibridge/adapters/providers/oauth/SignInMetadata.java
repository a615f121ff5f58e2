package io.omnibridge.adapters.providers.oauth;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an issuer announces about the sign-in of people (OpenID Connect Discovery §3, RP-Initiated Logout §2.1).
 *
 * @param subjectTypes the kinds of {@code sub}: {@code public}, {@code pairwise}; empty if the issuer announces none
 * @param clientAuthentication the methods at the token endpoint; empty if the issuer announces none
 * @param endSession where a browser ends its session; empty if the issuer has no such page
 */
public record SignInMetadata(List<String> subjectTypes, List<String> clientAuthentication, Optional<URI> endSession) {

    /** Metadata of an issuer that publishes none. */
    static final SignInMetadata NONE = new SignInMetadata(List.of(), List.of(), Optional.empty());

    public SignInMetadata {
        subjectTypes = List.copyOf(subjectTypes);
        clientAuthentication = List.copyOf(clientAuthentication);
        Objects.requireNonNull(endSession, "endSession");
    }

    /** Returns whether the same user has another {@code sub} for each client (OpenID Connect Core §8.1). */
    public boolean isPairwise() {
        return subjectTypes.equals(List.of("pairwise"));
    }
}
