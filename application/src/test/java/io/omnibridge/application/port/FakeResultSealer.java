package io.omnibridge.application.port;

import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.search.ItemRef;
import io.omnibridge.domain.search.OwnSearch;
import io.omnibridge.domain.search.SourcePosition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sealer for tests: stores what it sealed under the text that stands for it. Thread-safe. */
public final class FakeResultSealer implements ResultSealer {

    private record Cursor(OwnSearch search, List<SourcePosition> positions) {}

    private final Map<String, ItemRef> refs = new ConcurrentHashMap<>();
    private final Map<String, Cursor> cursors = new ConcurrentHashMap<>();

    @Override
    public String seal(ItemRef ref) {
        String text = "ref-" + ref.target().account().owner().value() + "-" + ref.id();
        refs.put(text, ref);
        return text;
    }

    @Override
    public Optional<ItemRef> ref(UserId user, String text) {
        return Optional.ofNullable(refs.get(text))
                .filter(it -> it.target().account().isOwnedBy(user));
    }

    @Override
    public String seal(OwnSearch search, List<SourcePosition> positions) {
        String text = "cursor-" + cursors.size();
        cursors.put(text, new Cursor(search, positions));
        return text;
    }

    @Override
    public Optional<List<SourcePosition>> positions(OwnSearch search, String text) {
        return Optional.ofNullable(cursors.get(text))
                .filter(it -> it.search().equals(search))
                .map(Cursor::positions);
    }
}
