package io.omnibridge.application.port;

/**
 * Sealed data did not open. The exception deliberately has no cause and no details: none of the data may reach a log.
 */
public final class CredentialsUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CredentialsUnreadable() {
        super("sealed credentials do not open: changed, moved, or sealed under a key that is not here");
    }
}
