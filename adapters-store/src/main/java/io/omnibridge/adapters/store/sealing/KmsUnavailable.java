package io.omnibridge.adapters.store.sealing;

/**
 * The KMS did not respond, or refused. The message completes a sentence that begins with the name of the setting of its key. It has no
 * cause, because a client's message may repeat credentials or the ciphertext.
 */
public final class KmsUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KmsUnavailable(String message) {
        super(message);
    }
}
