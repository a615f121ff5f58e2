package io.omnibridge.application.port;

import org.junit.jupiter.api.Tag;

/** What every {@link Obligations} must do, and every other port where it makes, cancels, sweeps and erases obligations. */
@Tag("D3")
public interface ObligationsContract extends OwingContract, SettlingContract, SweptObligationsContract {}
