package io.omnibridge.application.port;

import org.junit.jupiter.api.Tag;

/** What every {@link PendingRevocations} must do, and every other port where it makes, cancels, sweeps and erases obligations. */
@Tag("D3")
public interface PendingRevocationsContract
        extends LinkRevocationContract, RevocationLifecycleContract, RevocationScanContract {}
