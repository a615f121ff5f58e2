package io.omnibridge.application.use;

import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.Optional;

/** Receives what happens at the door, for metrics. Implementations are thread-safe and throw nothing. */
public interface UseEvents {

    /** Does nothing. */
    UseEvents NONE = new UseEvents() {
        @Override
        public void ended(Use use, Optional<UseFailure> failure) {}

        @Override
        public void refused(ProviderId provider, UseRefusal refusal) {}

        @Override
        public void called(ProviderId provider, Duration duration, Optional<UseFailure> failure) {}

        @Override
        public void broken(ProviderId provider, Throwable failure) {}

        @Override
        public void unlisted(ProviderId provider, String detail) {}
    };

    /** A use ended: with a response, or with the reason why there is none. */
    void ended(Use use, Optional<UseFailure> failure);

    /** A read was refused before it left a receipt. */
    void refused(ProviderId provider, UseRefusal refusal);

    /**
     * A provider's API was called.
     *
     * @param duration until the beginning of the response was there
     * @param failure empty if it responded
     */
    void called(ProviderId provider, Duration duration, Optional<UseFailure> failure);

    /** An exception of OmniBridge itself ended the reading of a source; the other sources of the use go on. */
    void broken(ProviderId provider, Throwable failure);

    /**
     * The catalogue does not list a read that a source of the provider needs.
     *
     * @param detail a sentence that says what it lists instead
     */
    void unlisted(ProviderId provider, String detail);
}
