package io.omnibridge.application.port;

import org.junit.jupiter.api.Tag;

/** What every {@link ConnectAttempts} must do. */
@Tag("D3")
public interface ConnectAttemptsContract
        extends BeginAttemptContract, AttemptTransitionContract, CompleteAttemptContract {}
