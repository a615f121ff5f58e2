package io.omnibridge.domain;

/**
 * A value that breaks the rules of its type. The message completes a sentence that begins with the value's name ("must be
 * 1 to 255 characters long"), can be shown to whoever sent the value, and never repeats the value.
 */
public final class InvalidValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String message;

    public InvalidValue(String message) {
        super(message);
        this.message = message;
    }

    /** What is wrong; never null. */
    @Override
    public String getMessage() {
        return message;
    }

    /** Throws with {@code message} unless {@code holds}. */
    public static void unless(boolean holds, String message) {
        if (!holds) {
            throw new InvalidValue(message);
        }
    }
}
