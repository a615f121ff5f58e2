package io.omnibridge.application.readiness;

/** Is told when a process stops being ready, and when it is ready again: once for each change. Thread-safe. */
public interface ReadinessObserver {

    /**
     * The process is not ready any more.
     *
     * @param reason a sentence for operators, without values of settings
     */
    void lost(String reason);

    void regained();

    /** Returns an observer that does nothing. */
    static ReadinessObserver none() {
        return new ReadinessObserver() {
            @Override
            public void lost(String reason) {}

            @Override
            public void regained() {}
        };
    }
}
