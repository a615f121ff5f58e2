package io.omnibridge.application.use;

import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Result of calling a provider's API with borrowed credentials. */
sealed interface CallResult {

    /** The response has begun. */
    record Responded(ApiReadResult.Response response) implements CallResult {
        public Responded {
            Objects.requireNonNull(response, "response");
        }
    }

    /**
     * There is no response.
     *
     * @param retryAfter how long to wait before asking again; zero if that is not known
     * @param refusal why the account cannot be used; empty if the call failed
     */
    record NoResponse(UseFailure reason, Duration retryAfter, Optional<UseRefusal> refusal) implements CallResult {
        public NoResponse {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(retryAfter, "retryAfter");
            Objects.requireNonNull(refusal, "refusal");
        }
    }

    /** Returns that the call failed. */
    static CallResult failed(UseFailure reason, Duration retryAfter) {
        return new NoResponse(reason, retryAfter, Optional.empty());
    }

    /** Returns that the account cannot be used. */
    static CallResult refused(UseFailure reason, UseRefusal refusal) {
        return new NoResponse(reason, Duration.ZERO, Optional.of(refusal));
    }

    /** Returns that the provider's limit is reached. */
    static CallResult limitReached(Duration retryAfter) {
        return new NoResponse(
                UseFailure.RATE_LIMITED, retryAfter, Optional.of(new UseRefusal.LimitReached(retryAfter)));
    }
}
