package io.omnibridge.application.credentials;

/** What a provider's API made of credentials. */
public sealed interface ApiCallResult<T> {

    /** It took them. */
    record Done<T>(T value) implements ApiCallResult<T> {}

    /** It answered 401 (RFC 6750 §3.1). */
    record Unauthorized<T>() implements ApiCallResult<T> {}
}
