package io.omnibridge.application.search;

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
}
