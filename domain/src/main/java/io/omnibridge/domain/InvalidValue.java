package io.omnibridge.domain;

/**
 * Exception for a value that breaks the rules of its type. The message completes a sentence that begins with the
 * value's name ("must be 1 to 255 characters long"). It may be shown to the client and never contains the value. An invalid value is an ordinary input, so
 * the exception has no stack trace.
 */
public final class InvalidValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String message;

    public InvalidValue(String message) {
        super(message);
        this.message = message;
    }

    /** Returns what is wrong; never null. */
    @Override
    public String getMessage() {
        return message;
    }

    /** Collects no stack trace: one request can have many invalid values, and collecting is the larger part of their cost. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }

    /**
     * Checks a rule.
     *
     * @throws InvalidValue with {@code message} unless {@code isValid}
     */
    public static void unless(boolean isValid, String message) {
        if (!isValid) {
            throw new InvalidValue(message);
        }
    }
}
