package io.omnibridge.bootstrap.wiring;

import io.omnibridge.domain.use.UseFailure;
import java.util.Optional;

/** Calls of a provider's API, by what the series tell apart. */
record ApiCalls(String provider, Optional<UseFailure> failure) {}
