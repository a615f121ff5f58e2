package io.omnibridge.adapters.support.json;

/** Input that is not the expected JSON. The message is a sentence for the sender and repeats nothing of the input. */
public final class MalformedJson extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String message;

    MalformedJson(String message) {
        super(message, null, false, false);
        this.message = message;
    }

    /** Returns what is wrong; never null. */
    @Override
    public String getMessage() {
        return message;
    }
}
