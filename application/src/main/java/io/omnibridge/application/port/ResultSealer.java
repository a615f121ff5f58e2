package io.omnibridge.application.port;

import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.search.ItemRef;
import io.omnibridge.domain.search.OwnSearch;
import io.omnibridge.domain.search.SourcePosition;
import java.util.List;
import java.util.Optional;

/**
 * Seals what clients bring back: the names of items, and where a search goes on. Both are bound to their user, and need no row in a
 * store. Thread-safe.
 */
public interface ResultSealer {

    /** Seals the name of an item for its owner. The text is base64url, and fits into a URL's path. */
    String seal(ItemRef ref);

    /** Opens the name of an item; empty if OmniBridge did not seal it for this user. */
    Optional<ItemRef> ref(UserId user, String text);

    /**
     * Seals where a search goes on.
     *
     * @param positions those of the sources that are not at their end, at least one and at most 16
     */
    String seal(OwnSearch search, List<SourcePosition> positions);

    /** Opens where a search goes on; empty if OmniBridge did not seal it for this search. A cursor opens for the same words and filters of the same user alone. */
    Optional<List<SourcePosition>> positions(OwnSearch search, String text);
}
