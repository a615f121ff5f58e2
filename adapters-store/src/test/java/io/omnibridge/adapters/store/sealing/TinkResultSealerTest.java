package io.omnibridge.adapters.store.sealing;

import static io.omnibridge.adapters.store.sealing.SealingSamples.ISSUER;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.search.ItemRef;
import io.omnibridge.domain.search.OwnSearch;
import io.omnibridge.domain.search.SearchFilters;
import io.omnibridge.domain.search.SearchQuery;
import io.omnibridge.domain.search.SourcePosition;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseTarget;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TinkResultSealerTest {

    private static final UseTarget GMAIL = new UseTarget(key(ALICE, GOOGLE, "work"), Optional.of(Source.GMAIL));
    private static final ItemRef REF = new ItemRef(GMAIL, "m-1 ⚓");
    private static final SearchFilters FILTERS =
            new SearchFilters(Set.of(Source.GMAIL, Source.NOTION), Set.of(GOOGLE, NOTION), Set.of());
    private static final OwnSearch SEARCH = new OwnSearch(ALICE, new SearchQuery("quarterly plan"), FILTERS);
    private static final List<SourcePosition> POSITIONS = List.of(
            new SourcePosition(GMAIL, Optional.of("token-2"), 7, 0),
            new SourcePosition(
                    new UseTarget(key(ALICE, NOTION, "home"), Optional.of(Source.NOTION)), Optional.empty(), 50, 2));

    private final Keyset keyset = Keyset.generate();
    private final TinkResultSealer sealer = new TinkResultSealer(keyset, ISSUER);

    @Test
    void what_was_sealed_opens_for_the_same_user_and_search() {
        assertEquals(Optional.of(REF), sealer.ref(ALICE, sealer.seal(REF)));
        assertEquals(Optional.of(POSITIONS), sealer.positions(SEARCH, sealer.seal(SEARCH, POSITIONS)));
    }

    @Test
    @Tag("Z1")
    void one_users_names_and_cursors_open_nothing_for_another() {
        OwnSearch ofBob = new OwnSearch(BOB, SEARCH.query(), FILTERS);

        assertEquals(Optional.empty(), sealer.ref(BOB, sealer.seal(REF)));
        assertEquals(Optional.empty(), sealer.positions(ofBob, sealer.seal(SEARCH, POSITIONS)));
    }

    static Stream<OwnSearch> otherSearches() {
        SearchFilters oneSource = new SearchFilters(Set.of(Source.GMAIL), FILTERS.providers(), Set.of());
        SearchFilters asAccounts =
                new SearchFilters(FILTERS.sources(), Set.of(GOOGLE), Set.of(new ProviderAccountId(NOTION.value())));
        return Stream.of(
                new OwnSearch(ALICE, new SearchQuery("quarterly plans"), FILTERS),
                new OwnSearch(ALICE, SEARCH.query(), SearchFilters.ALL),
                new OwnSearch(ALICE, SEARCH.query(), oneSource),
                new OwnSearch(ALICE, SEARCH.query(), asAccounts));
    }

    @ParameterizedTest
    @MethodSource("otherSearches")
    void a_cursor_belongs_to_its_words_and_filters(OwnSearch other) {
        assertEquals(Optional.empty(), sealer.positions(other, sealer.seal(SEARCH, POSITIONS)));
    }

    @Test
    void the_order_of_filters_does_not_matter() {
        OwnSearch reordered = new OwnSearch(
                ALICE,
                SEARCH.query(),
                new SearchFilters(Set.of(Source.NOTION, Source.GMAIL), Set.of(NOTION, GOOGLE), Set.of()));

        assertEquals(Optional.of(POSITIONS), sealer.positions(reordered, sealer.seal(SEARCH, POSITIONS)));
    }

    @Test
    void neither_another_issuer_nor_other_keys_nor_the_other_purpose_opens_it() {
        TinkResultSealer otherIssuer = new TinkResultSealer(keyset, "https://other.example");
        TinkResultSealer otherKeys = new TinkResultSealer(Keyset.generate(), ISSUER);

        assertEquals(Optional.empty(), otherIssuer.ref(ALICE, sealer.seal(REF)));
        assertEquals(Optional.empty(), otherKeys.ref(ALICE, sealer.seal(REF)));
        assertEquals(Optional.empty(), sealer.ref(ALICE, sealer.seal(SEARCH, POSITIONS)));
    }

    @Test
    void no_byte_can_be_changed_cut_off_or_added() {
        byte[] sealed = Base64.getUrlDecoder().decode(sealer.seal(REF));

        SealingSamples.forgeries(sealed)
                .forEach(forged -> assertEquals(
                        Optional.empty(),
                        sealer.ref(
                                ALICE, Base64.getUrlEncoder().withoutPadding().encodeToString(forged))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "m-1", "%00", "ä", "a b", "=", "AAAA"})
    void other_texts_open_nothing(String text) {
        assertEquals(Optional.empty(), sealer.ref(ALICE, text));
        assertEquals(Optional.empty(), sealer.positions(SEARCH, text));
        assertEquals(Optional.empty(), sealer.ref(ALICE, text + "A".repeat(20_000)));
    }

    @Test
    void what_a_search_keeps_fits_into_a_cursor() {
        List<SourcePosition> positions = IntStream.range(0, 16)
                .mapToObj(i -> new SourcePosition(
                        new UseTarget(key(ALICE, GOOGLE, "a".repeat(40) + i), Optional.of(Source.CALENDAR)),
                        Optional.of("é".repeat(200)),
                        50,
                        2))
                .toList();
        int size = positions.stream().mapToInt(SourcePosition::size).sum();

        assertTrue(size <= 8_900, () -> "the sample has " + size);
        assertTrue(sealer.seal(SEARCH, positions).length() <= 12 * 1024);
    }
}
