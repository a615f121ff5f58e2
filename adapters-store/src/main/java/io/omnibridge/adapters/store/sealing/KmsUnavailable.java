package io.omnibridge.adapters.store.sealing;

/**
 * A KMS could not be asked. The message completes a sentence that begins with the name of the setting of its key. It
 * deliberately has no cause: a client's message may repeat credentials, or what was to be decrypted.
 */
public final class KmsUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KmsUnavailable(String message) {
        super(message);
    }
}
