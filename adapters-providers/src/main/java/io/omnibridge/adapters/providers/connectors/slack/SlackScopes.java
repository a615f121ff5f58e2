package io.omnibridge.adapters.providers.connectors.slack;

import io.omnibridge.domain.account.Scopes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the scopes of a user's token allow. */
final class SlackScopes {

    /** The type of channel whose messages each granular scope opens to {@code assistant.search.context}. */
    private static final Map<String, String> CHANNEL_TYPES = new TreeMap<>(Map.of(
            "search:read.public", "public_channel",
            "search:read.private", "private_channel",
            "search:read.im", "im",
            "search:read.mpim", "mpim"));

    /** The scopes of which a grant needs one to search messages. */
    static final Set<String> SEARCH = search();

    private static final Set<String> HISTORY =
            Set.of("channels:history", "groups:history", "im:history", "mpim:history");

    private SlackScopes() {}

    private static Set<String> search() {
        Set<String> search = new HashSet<>(CHANNEL_TYPES.keySet());
        search.add("search:read");
        return Set.copyOf(search);
    }

    /** Returns the types of channels that {@code assistant.search.context} may search; none without the granular scopes. */
    static List<String> channelTypes(Scopes granted) {
        return CHANNEL_TYPES.entrySet().stream()
                .filter(it -> granted.values().contains(it.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Returns whether threads may be readable. Which kinds of conversations the scopes open is for Slack to say. */
    static boolean mayReadHistory(Scopes granted) {
        return granted.values().isEmpty() || granted.values().stream().anyMatch(HISTORY::contains);
    }
}
