package io.omnibridge.application.port;

import java.util.Objects;

/** Result of looking for the listed read that a request is. */
public sealed interface ReadMatch {

    /** The request is a listed read. */
    record Found(ApiRead read) implements ReadMatch {
        public Found {
            Objects.requireNonNull(read, "read");
        }
    }

    /** The provider is not configured. */
    record NotConfigured() implements ReadMatch {}

    /**
     * Path, query or body are not well formed, or a parameter is not one of the read.
     *
     * @param detail a sentence for the client, which repeats no value
     */
    record Invalid(String detail) implements ReadMatch {
        public Invalid {
            Objects.requireNonNull(detail, "detail");
        }
    }

    /**
     * The catalogue lists no such read.
     *
     * @param detail a sentence for the client that names a read that is allowed instead, if there is one
     */
    record NotARead(String detail) implements ReadMatch {
        public NotARead {
            Objects.requireNonNull(detail, "detail");
        }
    }
}
