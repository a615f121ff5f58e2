package io.omnibridge.domain.connect;

import io.omnibridge.domain.credentials.Secret;
import java.util.Objects;
import java.util.Optional;

/**
 * What an attempt must not lose and nobody may read: sealed wherever it is kept.
 *
 * @param verifier of PKCE (RFC 7636 §4.1); empty where the provider cannot have one
 * @param nonce that the ID token has to repeat (OpenID Connect Core §3.1.2.1); empty where there is no ID token
 * @param code what the browser brought back (RFC 6749 §4.1.2); empty before it did
 */
public record AttemptSecrets(Optional<Secret> verifier, Optional<Secret> nonce, Optional<Secret> code) {

    public AttemptSecrets {
        Objects.requireNonNull(verifier, "verifier");
        Objects.requireNonNull(nonce, "nonce");
        Objects.requireNonNull(code, "code");
    }

    /** The same, with the code that the browser brought back. */
    public AttemptSecrets with(Secret returnedCode) {
        return new AttemptSecrets(verifier, nonce, Optional.of(returnedCode));
    }
}
