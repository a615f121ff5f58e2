package io.omnibridge.bootstrap.command;

/** A running service gave no result; the message is a line for the operator. */
final class ServiceFailed extends Exception {

    private static final long serialVersionUID = 1L;

    ServiceFailed(String message) {
        super(message, null, false, false);
    }
}
