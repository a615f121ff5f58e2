package io.omnibridge.bootstrap.command;

/** The service is not ready; the message is a line for the operator. */
final class NotReady extends Exception {

    private static final long serialVersionUID = 1L;

    NotReady(String message) {
        super(message, null, false, false);
    }
}
