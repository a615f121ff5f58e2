package io.omnibridge.domain.connect;

import io.omnibridge.domain.credentials.Secret;
import java.util.Objects;
import java.util.Optional;

/**
 * The secrets of a connect attempt, in the clear. They are stored sealed only.
 *
 * @param verifier the PKCE code verifier (RFC 7636 §4.1); empty if the provider does not support PKCE
 * @param nonce the value that the ID token has to repeat (OpenID Connect Core §3.1.2.1); empty if there is no ID token
 * @param code the authorization code (RFC 6749 §4.1.2); empty before the callback
 */
public record AttemptSecrets(Optional<Secret> verifier, Optional<Secret> nonce, Optional<Secret> code) {

    public AttemptSecrets {
        Objects.requireNonNull(verifier, "verifier");
        Objects.requireNonNull(nonce, "nonce");
        Objects.requireNonNull(code, "code");
    }

    /** Returns these secrets with the code of the callback. */
    public AttemptSecrets with(Secret returnedCode) {
        return new AttemptSecrets(verifier, nonce, Optional.of(returnedCode));
    }
}
