package io.omnibridge.adapters.providers.oauth;

/** Kind of a token endpoint's response, as far as callers distinguish them. */
enum TokenResultKind {
    /** Status 2xx with a JSON object, and no error in it. */
    SUCCESS,
    /** {@code invalid_grant}: the provider does not know the code or refresh token. */
    INVALID_GRANT,
    /** {@code invalid_client}: the provider does not know this client. */
    INVALID_CLIENT,
    /** A refusal of this client, or of the code or refresh token: the provider does not say of which. */
    CLIENT_OR_GRANT_REFUSED,
    /** A refusal for which the provider gives no code, or one that blames the request. */
    REQUEST_REFUSED,
    /** There is no token endpoint at this URL. */
    WRONG_ENDPOINT,
    /** Another error code: the provider certainly issued no tokens. */
    OTHER_ERROR,
    /** The provider was not reached, or stated that it did not process the request. */
    NOT_PROCESSED,
    /** Status 2xx with an unreadable body. */
    UNREADABLE,
    /** It is unknown whether the provider processed the request. */
    OUTCOME_UNKNOWN
}
