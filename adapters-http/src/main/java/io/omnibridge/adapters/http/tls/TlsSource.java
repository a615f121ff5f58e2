package io.omnibridge.adapters.http.tls;

import java.time.Instant;

/** Source of the certificate and its key, such as two files. Each reading may return a renewed pair. */
@FunctionalInterface
public interface TlsSource {

    /**
     * Reads the current pair.
     *
     * @throws InvalidTlsIdentity if the pair is missing, malformed or not valid at {@code now}
     */
    TlsIdentity read(Instant now);
}
