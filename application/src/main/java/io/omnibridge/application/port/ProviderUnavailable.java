package io.omnibridge.application.port;

/**
 * A provider did not answer, or its response was invalid. The exception deliberately has no cause: texts of providers
 * are not passed on.
 */
public final class ProviderUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProviderUnavailable(String message) {
        super(message);
    }
}
