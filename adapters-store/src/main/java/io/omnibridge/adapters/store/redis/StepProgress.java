package io.omnibridge.adapters.store.redis;

/**
 * Part of a step that is done: its keys are always taken in the same order.
 *
 * @param keys digest of the keys of the step; empty if none is done
 * @param index of the first key that is not done
 * @param field the last field of that key that is done; empty if none is
 */
record StepProgress(String keys, int index, String field) {

    static final StepProgress NONE = new StepProgress("", 0, "");

    /** Returns the same if {@code these} are the keys; otherwise the beginning of the step. */
    StepProgress among(String these) {
        return keys.equals(these) ? this : new StepProgress(these, 0, "");
    }

    StepProgress withNextKey() {
        return new StepProgress(keys, index + 1, "");
    }

    StepProgress withField(String last) {
        return new StepProgress(keys, index, last);
    }
}
