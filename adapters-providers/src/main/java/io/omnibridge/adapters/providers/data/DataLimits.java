package io.omnibridge.adapters.providers.data;

import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import java.util.Objects;

/**
 * Limits of one call of a provider's API.
 *
 * @param maxResponse maximum size of a response body in bytes
 * @param firstByte maximum time until the status and the headers are there
 * @param idle maximum time without a byte, while a byte is asked for
 * @param total maximum time of the whole call
 */
public record DataLimits(long maxResponse, Duration firstByte, Duration idle, Duration total) {

    /** 32 MiB, 10 seconds, 10 seconds, 5 minutes. */
    public static final DataLimits DEFAULT =
            new DataLimits(32L * 1024 * 1024, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMinutes(5));

    public DataLimits {
        InvalidValue.unless(maxResponse > 0, "must allow a response");
        Objects.requireNonNull(firstByte, "firstByte");
        Objects.requireNonNull(idle, "idle");
        Objects.requireNonNull(total, "total");
    }

    /** Returns these limits with another maximum size of a response body. */
    public DataLimits withMaxResponse(long bytes) {
        return new DataLimits(bytes, firstByte, idle, total);
    }
}
