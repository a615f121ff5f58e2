package io.omnibridge.application.port;

/**
 * Exception for sealed data that did not open. It deliberately has no cause and no details: none of the data may reach
 * a log.
 */
public final class CredentialsUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CredentialsUnreadable() {
        super("sealed credentials do not open: changed, moved, or sealed under a key that is not here");
    }
}
