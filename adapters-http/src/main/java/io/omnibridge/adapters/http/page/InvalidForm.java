package io.omnibridge.adapters.http.page;

/** A form has a mistake that its user can correct. It is an expected result, so it has no stack trace. */
final class InvalidForm extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String textKey;

    /** @param textKey of the text that says what to correct */
    InvalidForm(String textKey) {
        super(textKey, null, false, false);
        this.textKey = textKey;
    }

    String textKey() {
        return textKey;
    }
}
