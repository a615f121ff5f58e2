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
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
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

    /** Longer than any text that is sealed here. */
    private static final int MAX_LENGTH = 16 * 1024;

    private final SealedFormat format;
    private final String issuer;

    /** @param issuer of the users: the same user id at another issuer is another user */
    public TinkResultSealer(Keyset keyset, String issuer) {
        this.format = new SealedFormat(keyset);
        this.issuer = Objects.requireNonNull(issuer);
    }

    @Override
    public String seal(ItemRef ref) {
        try {
            return text(
                    PositionsJson.write(ref), dataOfItem(ref.target().account().owner()));
        } catch (IOException e) {
            throw new IllegalStateException("the name of an item cannot be sealed");
        }
    }

    @Override
    public Optional<ItemRef> ref(UserId user, String text) {
        return opened(text, dataOfItem(user), content -> PositionsJson.readRef(user, content));
    }

    @Override
    public String seal(OwnSearch search, List<SourcePosition> positions) {
        try {
            return text(PositionsJson.write(positions), dataOf(search));
        } catch (IOException e) {
            throw new IllegalStateException("the positions of a search cannot be sealed");
        }
    }

    @Override
    public Optional<List<SourcePosition>> positions(OwnSearch search, String text) {
        return opened(text, dataOf(search), content -> PositionsJson.readPositions(search.user(), content));
    }

    private String text(byte[] content, byte[] associatedData) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(format.seal(content, associatedData));
    }

    /** Reads what was sealed. */
    private interface Reader<T> {
        T read(byte[] content) throws IOException;
    }

    private <T> Optional<T> opened(String text, byte[] associatedData, Reader<T> reader) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> content = format.open(Base64.getUrlDecoder().decode(text), associatedData);
            return content.isPresent() ? Optional.of(reader.read(content.get())) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
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
