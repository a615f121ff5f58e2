package io.omnibridge.application.port;

/**
 * Sealed credentials did not open. It deliberately has no cause and no detail: nothing of what was being opened may reach a
 * log.
 */
public final class CredentialsUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CredentialsUnreadable() {
        super("sealed credentials do not open: changed, moved, or sealed under a key that is not here");
    }
}
