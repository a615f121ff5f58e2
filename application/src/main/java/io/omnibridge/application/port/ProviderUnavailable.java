package io.omnibridge.application.port;

/**
 * Exception for a provider that did not answer, or whose response was invalid. It deliberately has no cause: texts of
 * providers are not passed on.
 */
public final class ProviderUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProviderUnavailable(String message) {
        super(message);
    }
}
