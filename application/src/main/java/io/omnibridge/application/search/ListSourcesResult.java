package io.omnibridge.application.search;

import io.omnibridge.application.use.UseRefusal;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.search.SourceState;
import io.omnibridge.domain.use.UseTarget;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Result of listing the sources of a user. */
public sealed interface ListSourcesResult {

    /** The sources, ordered by provider, account and source. */
    record Listed(List<ListedSource> sources) implements ListSourcesResult {
        public Listed {
            sources = List.copyOf(sources);
        }
    }

    /**
     * A source of one of the user's accounts.
     *
     * @param missingScopes the scopes of which one is missing; empty unless the state is {@link SourceState#NOT_GRANTED}
     */
    record ListedSource(UseTarget target, Optional<AccountLabel> label, SourceState state, Set<String> missingScopes) {
        public ListedSource {
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(state, "state");
            missingScopes = Set.copyOf(missingScopes);
        }
    }

    /** The caller may not list them. */
    record Refused(UseRefusal refusal) implements ListSourcesResult {
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }
    }
}
