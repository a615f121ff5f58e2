package io.omnibridge.application.use;

import io.omnibridge.domain.use.UseTarget;

/** A source of an account after the checks that call no provider. */
public sealed interface CheckedSource permits ReadySource, CheckedSource.Refused, CheckedSource.Unreadable {

    UseTarget target();

    /** It may not be used. */
    record Refused(UseTarget target, UseRefusal refusal) implements CheckedSource {}

    /** Its stored credentials do not open. */
    record Unreadable(UseTarget target) implements CheckedSource {}
}
