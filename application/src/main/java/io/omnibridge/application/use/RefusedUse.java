package io.omnibridge.application.use;

/** Leaves the checks of a use with what refuses it. It has no stack trace, since a refusal is an ordinary result. */
final class RefusedUse extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient UseRefusal refusal;

    RefusedUse(UseRefusal refusal) {
        super(refusal.getClass().getSimpleName(), null, false, false);
        this.refusal = refusal;
    }

    UseRefusal refusal() {
        return refusal;
    }
}
