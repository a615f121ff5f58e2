package io.omnibridge.application.credentials;

/** Result of one call of a provider's API. */
public sealed interface ApiCallResult<T> {

    /** The API accepted the credentials. */
    record Done<T>(T value) implements ApiCallResult<T> {}

    /**
     * The API answered 401 (RFC 6750 §3.1).
     *
     * @param value what the API answered
     */
    record Unauthorized<T>(T value) implements ApiCallResult<T> {}
}
