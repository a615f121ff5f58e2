package io.omnibridge.adapters.http.json;

/** Not the JSON that was expected. The message is a sentence for whoever sent it, and repeats nothing of it. */
public final class MalformedJson extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String message;

    MalformedJson(String message) {
        super(message, null, false, false);
        this.message = message;
    }

    /** What is wrong; never null. */
    @Override
    public String getMessage() {
        return message;
    }
}
