package io.omnibridge.adapters.providers.oauth;

/** Checks of an ID token (OpenID Connect Core §3.1.3.7), by the word with which the log names one that failed. */
enum IdTokenCheck {
    /** It is there, and is one signed JWT of that kind. */
    FORM,
    /** It is signed with an allowed algorithm. */
    ALGORITHM,
    /** The issuer publishes a key that fits. */
    KEY,
    SIGNATURE,
    ISSUER,
    AUDIENCE,
    TIME,
    NONCE,
    SUBJECT;

    /** @param message for the operator; repeats nothing of the token */
    InvalidIdToken failed(String message) {
        return new InvalidIdToken(this, message);
    }
}
