package io.omnibridge.application.search;

import io.omnibridge.application.use.UseRefusal;
import java.util.List;
import java.util.Objects;

/** Result of listing the sources of a user. */
public sealed interface ListSourcesResult {

    /** The sources, ordered by provider, account and source. */
    record Listed(List<ListedSource> sources) implements ListSourcesResult {
        public Listed {
            sources = List.copyOf(sources);
        }
    }

    /** The caller may not list them. */
    record Refused(UseRefusal refusal) implements ListSourcesResult {
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }
    }
}
