package io.omnibridge.adapters.providers.transport;

/** Thrown when a request gets no response. It has no cause, because the cause's message may contain a secret. */
public final class RequestFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean isProvablyNotSent;

    RequestFailed(boolean isProvablyNotSent, String message) {
        super(message);
        this.isProvablyNotSent = isProvablyNotSent;
    }

    /** Creates the failure of a request whose body was certainly not sent. */
    public RequestFailed(String message) {
        this(true, message);
    }

    /** Returns whether certainly no byte of the request's body was sent. */
    public boolean isProvablyNotSent() {
        return isProvablyNotSent;
    }
}
