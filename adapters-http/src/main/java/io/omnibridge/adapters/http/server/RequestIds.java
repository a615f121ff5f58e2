package io.omnibridge.adapters.http.server;

import io.omnibridge.domain.audit.RequestId;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives every request its id: the one that it brings, where that is well-formed, else a new one. New ones are unique, not
 * secret: random bits of this process and a count, so that drawing one waits for nobody. Thread-safe.
 */
final class RequestIds {

    private static final int RANDOM_BYTES = 8;

    private final String process;
    private final AtomicLong count = new AtomicLong();

    RequestIds(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        this.process = HexFormat.of().formatHex(bytes);
    }

    /** The id for a request that came with these {@code X-Request-Id} headers. */
    RequestId idFor(List<String> headers) {
        return headers.size() == 1 && RequestId.isValid(headers.get(0)) ? new RequestId(headers.get(0)) : next();
    }

    private RequestId next() {
        return new RequestId(process + "-" + Long.toString(count.incrementAndGet(), Character.MAX_RADIX));
    }
}
