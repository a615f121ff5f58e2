package io.omnibridge.adapters.http.jwt;

/**
 * A token that is rejected. The message names the reason and repeats nothing of the token. It has neither stack trace nor
 * cause: a rejection is cheap, and a library's message could quote the token.
 */
public final class InvalidToken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RefusalReason reason;

    public InvalidToken(RefusalReason reason) {
        super("token rejected: " + reason, null, false, false);
        this.reason = reason;
    }

    public RefusalReason reason() {
        return reason;
    }

    /** Throws with {@code reason} unless {@code holds}. */
    static void unless(boolean holds, RefusalReason reason) {
        if (!holds) {
            throw new InvalidToken(reason);
        }
    }
}
