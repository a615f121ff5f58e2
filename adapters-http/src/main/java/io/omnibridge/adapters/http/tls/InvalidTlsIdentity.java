package io.omnibridge.adapters.http.tls;

/**
 * A certificate or a key cannot be used. The message is one sentence for the operator that names the setting; it has nothing
 * of the content.
 */
public final class InvalidTlsIdentity extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidTlsIdentity(String message) {
        super(message);
    }
}
