package io.omnibridge.application.port;

import org.junit.jupiter.api.Tag;

/** What every {@link AccountScan} must do; obligations are {@link PendingRevocationsContract}'s. */
@Tag("D3")
public interface AccountScanContract extends ScanPagesContract, ResealContract, EraseContract {}
