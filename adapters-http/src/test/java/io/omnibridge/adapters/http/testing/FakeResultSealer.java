package io.omnibridge.adapters.http.testing;

import io.omnibridge.application.port.ResultSealer;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.search.ItemRef;
import io.omnibridge.domain.search.OwnSearch;
import io.omnibridge.domain.search.SourcePosition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sealer whose texts are numbers of what it keeps itself. */
final class FakeResultSealer implements ResultSealer {

    private record Kept(OwnSearch search, List<SourcePosition> positions) {}

    private final Map<String, ItemRef> refs = new ConcurrentHashMap<>();
    private final Map<String, Kept> cursors = new ConcurrentHashMap<>();

    @Override
    public String seal(ItemRef ref) {
        String text = "ref-" + refs.size();
        refs.put(text, ref);
        return text;
    }

    @Override
    public Optional<ItemRef> ref(UserId user, String text) {
        return Optional.ofNullable(refs.get(text))
                .filter(ref -> ref.target().account().isOwnedBy(user));
    }

    @Override
    public String seal(OwnSearch search, List<SourcePosition> positions) {
        String text = "cursor-" + cursors.size();
        cursors.put(text, new Kept(search, positions));
        return text;
    }

    @Override
    public Optional<List<SourcePosition>> positions(OwnSearch search, String text) {
        return Optional.ofNullable(cursors.get(text))
                .filter(kept -> kept.search().equals(search))
                .map(Kept::positions);
    }
}
