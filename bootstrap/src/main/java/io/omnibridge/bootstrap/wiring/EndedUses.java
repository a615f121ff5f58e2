package io.omnibridge.bootstrap.wiring;

import io.omnibridge.domain.use.UseFailure;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseVia;
import java.util.Optional;

/** Uses that ended, by what the series tell apart. */
record EndedUses(UseKind kind, UseVia via, String provider, Optional<UseFailure> failure) {}
