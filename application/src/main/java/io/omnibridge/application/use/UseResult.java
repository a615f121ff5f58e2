package io.omnibridge.application.use;

import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.Objects;

/** Result of a use. */
public sealed interface UseResult {

    /** The provider's API responded. */
    record Responded(ApiReadResult.Response response) implements UseResult {
        public Responded {
            Objects.requireNonNull(response, "response");
        }
    }

    /** It does not take place. */
    record Refused(UseRefusal refusal) implements UseResult {
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }
    }

    /**
     * There is a receipt, and nothing was received.
     *
     * @param retryAfter how long the caller should wait before it asks again; zero if that is not known
     */
    record Failed(UseFailure reason, Duration retryAfter) implements UseResult {
        public Failed {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }
}
