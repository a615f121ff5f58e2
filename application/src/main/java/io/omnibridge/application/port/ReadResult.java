package io.omnibridge.application.port;

import io.omnibridge.domain.use.UseFailure;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Result of one read of a {@link ReadPlan}. */
public sealed interface ReadResult {

    /**
     * The provider's API responded, in full. Tokens and capability URLs are removed already.
     *
     * @param status 200 to 599
     * @param contentType as the provider wrote it; empty if it said nothing
     * @param body in memory, and read-only
     */
    record Response(int status, Optional<String> contentType, ByteBuffer body) implements ReadResult {
        public Response {
            Objects.requireNonNull(contentType, "contentType");
            body = body.asReadOnlyBuffer();
        }

        /** Returns a copy of the body. */
        public byte[] bytes() {
            byte[] bytes = new byte[body.remaining()];
            body.duplicate().get(bytes);
            return bytes;
        }

        /** Returns whether the status is one of success. */
        public boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    /**
     * Nothing was received, or nothing was sent.
     *
     * @param retryAfter how long to wait before asking again; zero if that is not known
     */
    record Failed(UseFailure reason, Duration retryAfter) implements ReadResult {
        public Failed {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }
}
