package io.omnibridge.adapters.store.redis.client;

/** The server does not know the user or the password, or has no such database. It has no cause: that may repeat them. */
final class AuthenticationFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
