package io.omnibridge.adapters.providers.transport;

/** There is no answer. It deliberately has no cause: what a connection says in its own words goes nowhere. */
public final class RequestFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean isProvablyNotSent;

    RequestFailed(boolean isProvablyNotSent, String message) {
        super(message);
        this.isProvablyNotSent = isProvablyNotSent;
    }

    /** Whether no byte of the request's body left this machine. */
    public boolean isProvablyNotSent() {
        return isProvablyNotSent;
    }
}
