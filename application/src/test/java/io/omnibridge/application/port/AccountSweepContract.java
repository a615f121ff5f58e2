package io.omnibridge.application.port;

import org.junit.jupiter.api.Tag;

/** What every {@link AccountSweep} must do; obligations are {@link ObligationsContract}'s. */
@Tag("D3")
public interface AccountSweepContract extends SweepingContract, ResealingContract, ErasingContract {}
