package io.omnibridge.application.use;

import io.omnibridge.application.port.ListedApi;
import java.util.List;
import java.util.Objects;

/** Result of listing what can be read at a provider. */
public sealed interface ListApisResult {

    /** The APIs with their reads. */
    record Listed(List<ListedApi> apis) implements ListApisResult {
        public Listed {
            apis = List.copyOf(apis);
        }
    }

    /** The provider is not configured. */
    record NotConfigured() implements ListApisResult {}

    /** The caller may not read data: its lease has ended, or it needs one. */
    record Refused(UseRefusal refusal) implements ListApisResult {
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }
    }
}
