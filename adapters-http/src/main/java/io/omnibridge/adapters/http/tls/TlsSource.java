package io.omnibridge.adapters.http.tls;

import java.time.Instant;

/** Where certificate and key come from: each reading may find others than the one before. */
@FunctionalInterface
public interface TlsSource {

    /**
     * What is there now.
     *
     * @throws InvalidTlsIdentity if it cannot be used at {@code now}
     */
    TlsIdentity read(Instant now);
}
