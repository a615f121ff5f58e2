package io.omnibridge.adapters.http.server;

import io.omnibridge.domain.audit.RequestId;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Chooses the id of each request: the id that the request brings if it is well-formed, otherwise a new one. A new id joins random
 * bits of this process and a counter. It is unique but not secret. Thread-safe and lock-free.
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

    /** Returns the id of a request with these {@code X-Request-Id} headers. */
    RequestId idFor(List<String> headers) {
        return headers.size() == 1 && RequestId.isValid(headers.get(0)) ? new RequestId(headers.get(0)) : next();
    }

    private RequestId next() {
        return new RequestId(process + "-" + Long.toString(count.incrementAndGet(), Character.MAX_RADIX));
    }
}
