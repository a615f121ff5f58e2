package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.scrub.ScrubListener;
import io.omnibridge.domain.account.ProviderId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports what was removed from the responses of one provider, without its content. Thread-safe. */
record Removals(ProviderId provider, ScrubListener listener) {

    private static final Logger LOG = LoggerFactory.getLogger(Removals.class);

    /** Logs and counts masked tokens, if there were any. */
    void masked(int count) {
        if (count > 0) {
            LOG.warn("{}: a token in a response was masked", provider.value());
            listener.masked(count);
        }
    }

    /** Counts dropped fields, if there were any. */
    void dropped(int count) {
        if (count > 0) {
            listener.droppedFields(count);
        }
    }
}
