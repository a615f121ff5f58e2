package io.omnibridge.application.search;

import io.omnibridge.application.use.CheckedSource;
import io.omnibridge.application.use.ReadySource;
import io.omnibridge.application.use.UseRefusal;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.search.SourceState;
import io.omnibridge.domain.use.UseTarget;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A source of one of the user's accounts.
 *
 * @param missingScopes the scopes of which one is missing; empty unless the state is {@link SourceState#NOT_GRANTED}
 */
public record ListedSource(
        UseTarget target, Optional<AccountLabel> label, SourceState state, Set<String> missingScopes) {
    public ListedSource {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(state, "state");
        missingScopes = Set.copyOf(missingScopes);
    }

    /** Returns the description of a source after its check. */
    static ListedSource of(SourceOfAccount own, CheckedSource checked) {
        if (checked instanceof ReadySource) {
            return new ListedSource(own.target(), own.label(), SourceState.READY, Set.of());
        }
        if (checked instanceof CheckedSource.Refused refused) {
            if (refused.refusal() instanceof UseRefusal.NotGranted notGranted) {
                return new ListedSource(own.target(), own.label(), SourceState.NOT_GRANTED, notGranted.scopes());
            }
            if (refused.refusal() instanceof UseRefusal.NeedsReconnect) {
                return new ListedSource(own.target(), own.label(), SourceState.NEEDS_RECONNECT, Set.of());
            }
        }
        return new ListedSource(own.target(), own.label(), SourceState.NOT_CONFIGURED, Set.of());
    }
}
