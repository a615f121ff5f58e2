package io.omnibridge.application.search;

import io.omnibridge.application.use.UseRefusal;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.ItemRef;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.Objects;

/** Result of reading an item. */
public sealed interface ReadItemResult {

    /** The item was read. */
    record Read(ItemRef ref, ItemContent content) implements ReadItemResult {
        public Read {
            Objects.requireNonNull(ref, "ref");
            Objects.requireNonNull(content, "content");
        }
    }

    /** It was not read. Unless the provider said so, nothing was called. */
    record Refused(UseRefusal refusal) implements ReadItemResult {
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }
    }

    /**
     * There is a receipt, and nothing was received.
     *
     * @param retryAfter how long the caller should wait before it asks again; zero if that is not known
     */
    record Failed(UseFailure reason, Duration retryAfter) implements ReadItemResult {
        public Failed {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }
}
