package io.omnibridge.adapters.store.sealing;

import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.application.port.ResultSealer;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.search.ItemRef;
import io.omnibridge.domain.search.OwnSearch;
import io.omnibridge.domain.search.SearchFilters;
import io.omnibridge.domain.search.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sealer of what clients bring back: it seals with the primary key of a keyset, and opens with any of its keys. What was sealed with
 * a key that was removed is no longer known. Thread-safe.
 *
 * <p>The associated data of the {@link SealedFormat}, each part behind its length: the format, the purpose, the issuer, the user, and
 * for positions the words and filters of the search.
 */
public final class TinkResultSealer implements ResultSealer {

    private static final String ITEM = "item";
    private static final String SEARCH = "search";

    private final SealedText text;
    private final String issuer;

    /** @param issuer of the users: the same user id at another issuer is another user */
    public TinkResultSealer(Keyset keyset, String issuer) {
        this.text = new SealedText(keyset);
        this.issuer = Objects.requireNonNull(issuer);
    }

    @Override
    public String seal(ItemRef ref) {
        return text.seal(
                () -> PositionsJson.write(ref),
                dataOfItem(ref.target().account().owner()));
    }

    @Override
    public Optional<ItemRef> ref(UserId user, String sealed) {
        return text.open(sealed, dataOfItem(user), content -> PositionsJson.readRef(user, content));
    }

    @Override
    public String seal(OwnSearch search, List<SourcePosition> positions) {
        return text.seal(() -> PositionsJson.write(positions), dataOf(search));
    }

    @Override
    public Optional<List<SourcePosition>> positions(OwnSearch search, String sealed) {
        return text.open(sealed, dataOf(search), content -> PositionsJson.readPositions(search.user(), content));
    }

    private byte[] dataOfItem(UserId user) {
        return LengthPrefixed.of(SealedFormat.NAME, ITEM, issuer, user.value());
    }

    private byte[] dataOf(OwnSearch search) {
        List<String> parts = new ArrayList<>(List.of(
                SealedFormat.NAME,
                SEARCH,
                issuer,
                search.user().value(),
                search.query().text()));
        addFilters(parts, search.filters());
        return LengthPrefixed.of(parts.toArray(String[]::new));
    }

    /** Adds the members of each filter behind their number, in an order that does not depend on the client's. */
    private static void addFilters(List<String> parts, SearchFilters filters) {
        add(parts, filters.sources().stream().map(Enum::name));
        add(parts, filters.providers().stream().map(ProviderId::value));
        add(parts, filters.accounts().stream().map(ProviderAccountId::value));
    }

    private static void add(List<String> parts, Stream<String> members) {
        List<String> sorted = members.sorted().toList();
        parts.add(Integer.toString(sorted.size()));
        parts.addAll(sorted);
    }
}
