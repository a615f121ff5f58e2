package io.omnibridge.adapters.http.tls;

/**
 * Thrown when the certificate or its key cannot be used. The message is for the operator: it names the setting and reveals nothing
 * of the content.
 */
public final class InvalidTlsIdentity extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidTlsIdentity(String message) {
        super(message);
    }
}
