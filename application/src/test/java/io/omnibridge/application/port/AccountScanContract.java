package io.omnibridge.application.port;

import org.junit.jupiter.api.Tag;

/** What every {@link AccountScan} must do; {@link PendingRevocationsContract} covers pending revocations. */
@Tag("D3")
public interface AccountScanContract extends ScanPagesContract, ResealContract, EraseContract {}
