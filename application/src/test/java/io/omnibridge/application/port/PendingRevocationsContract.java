package io.omnibridge.application.port;

import org.junit.jupiter.api.Tag;

/** What every {@link PendingRevocations} must do, and what other ports must do with pending revocations. */
@Tag("D3")
public interface PendingRevocationsContract
        extends LinkRevocationContract, RevocationLifecycleContract, RevocationScanContract {}
