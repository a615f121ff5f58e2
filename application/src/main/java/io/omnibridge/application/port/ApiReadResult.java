package io.omnibridge.application.port;

import io.omnibridge.domain.use.UseFailure;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Flow;

/** Result of a read of a provider's API, as far as a client may see it: without tokens, capability URLs and foreign headers. */
public sealed interface ApiReadResult {

    /**
     * A response.
     *
     * @param headers by name; only those that a client may receive
     * @param body to be subscribed to once, or cancelled; it fails if the rest of the response does not come in time, or is too large
     */
    record Response(int status, Map<String, String> headers, Flow.Publisher<ByteBuffer> body) implements ApiReadResult {
        public Response {
            headers = Map.copyOf(headers);
            Objects.requireNonNull(body, "body");
        }

        /** Returns the value of {@code Content-Type}; empty if there is none. */
        public Optional<String> contentType() {
            return headers.entrySet().stream()
                    .filter(it -> it.getKey().equalsIgnoreCase("Content-Type"))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
    }

    /**
     * The API refuses the access token: 401, or what the provider says in its place.
     *
     * @param response goes to the client if the token proves to be good elsewhere; its body is in memory
     */
    record Unauthorized(Response response) implements ApiReadResult {
        public Unauthorized {
            Objects.requireNonNull(response, "response");
        }
    }

    /**
     * The API refuses the request for a while.
     *
     * @param limitGroup which of the provider's limits was reached
     * @param retryAfter until the limit ends, at least one second
     */
    record LimitReached(String limitGroup, Duration retryAfter) implements ApiReadResult {
        public LimitReached {
            Objects.requireNonNull(limitGroup, "limitGroup");
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }

    /** There is no response that a client may receive. */
    record Failed(UseFailure reason) implements ApiReadResult {
        public Failed {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
