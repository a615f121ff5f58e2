package io.omnibridge.application.port;

/** A provider did not answer, or not as a provider does. It deliberately has no cause: a provider's words go nowhere. */
public final class ProviderUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProviderUnavailable(String message) {
        super(message);
    }
}
