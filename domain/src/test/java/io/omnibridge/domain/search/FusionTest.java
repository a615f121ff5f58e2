package io.omnibridge.domain.search;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseTarget;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FusionTest {

    private static final SearchQuery QUERY = new SearchQuery("quarterly Plan");
    private static final UserId ALICE = new UserId("alice");

    private static UseTarget target(Source source) {
        return new UseTarget(
                new AccountKey(ALICE, new ProviderId("provider"), new ProviderAccountId("work")), Optional.of(source));
    }

    private static SourceHits hits(Source source, FoundItem... items) {
        return new SourceHits(target(source), List.of(items));
    }

    private static FoundItem item(String id) {
        return FoundItemTest.item(id, "", Optional.empty(), Optional.empty());
    }

    private static FoundItem same(String id, String identity) {
        return FoundItemTest.item(id, "", Optional.empty(), Optional.of(identity));
    }

    private static FoundItem at(String id, String url) {
        return FoundItemTest.item(id, "", Optional.of(URI.create(url)), Optional.empty());
    }

    private static FoundItem of(String id, String title, Instant updatedAt) {
        return new FoundItem(
                id,
                ItemType.FILE,
                title,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(updatedAt),
                Optional.empty(),
                Optional.empty());
    }

    private static String ids(List<FusedItem> items) {
        return items.stream().map(it -> it.item().id()).collect(Collectors.joining(" "));
    }

    @Test
    void the_first_items_of_all_sources_come_before_the_second_ones() {
        assertEquals(
                "d1 g1 n1 d2 n2 n3",
                ids(Fusion.fuse(
                        QUERY,
                        List.of(
                                hits(Source.NOTION, item("n1"), item("n2"), item("n3")),
                                hits(Source.GMAIL, item("g1")),
                                hits(Source.DRIVE, item("d1"), item("d2"))))));
    }

    @Test
    void of_one_rank_a_title_with_all_words_comes_first_then_the_newer_then_the_name_of_the_source() {
        Instant old = Instant.EPOCH;
        assertEquals(
                "title newer drive gmail",
                ids(Fusion.fuse(
                        QUERY,
                        List.of(
                                hits(Source.GMAIL, of("gmail", "plan", old)),
                                hits(Source.DRIVE, of("drive", "quarterly", old)),
                                hits(Source.NOTION, of("newer", "", old.plusSeconds(1))),
                                hits(Source.SLACK, of("title", "The PLAN, quarterly", old))))));
    }

    @Test
    void what_several_sources_found_is_there_once_and_higher() {
        List<FusedItem> fused = Fusion.fuse(
                QUERY,
                List.of(
                        hits(Source.GMAIL, item("g1"), item("g2"), same("g3", "mail:1")),
                        hits(Source.OUTLOOK, item("o1"), same("o2", "mail:1"))));

        assertEquals("o2 g1 o1 g2", ids(fused));
        assertEquals(target(Source.OUTLOOK), fused.get(0).target());
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x?b=2&a=1, https://A.example/x?a=1&b=2#top, 1",
        "https://a.example/x?utm_source=mail&a=1, https://a.example/x?a=1, 1",
        "https://a.example/x?gclid=1, https://a.example/x?fbclid=2, 1",
        "https://a.example/x?a=1, https://a.example/x?a=2, 2",
        "https://a.example/x, https://a.example/X, 2",
        "https://a.example/x, https://b.example/x, 2",
        "https://a.example:444/x, https://a.example/x, 2"
    })
    void a_url_without_fragment_and_tracking_identifies_an_item(String one, String other, int number) {
        assertEquals(
                number,
                Fusion.fuse(QUERY, List.of(hits(Source.DRIVE, at("1", one)), hits(Source.NOTION, at("2", other))))
                        .size());
    }

    @Test
    void the_fragment_of_a_mail_is_in_its_identity() {
        assertEquals(
                2,
                Fusion.fuse(
                                QUERY,
                                List.of(hits(
                                        Source.GMAIL,
                                        FoundItemTest.item("1", "", url("#all/1"), Optional.of("mail:1")),
                                        FoundItemTest.item("2", "", url("#all/2"), Optional.of("mail:2")))))
                        .size());
    }

    private static Optional<URI> url(String fragment) {
        return Optional.of(URI.create("https://mail.google.com/mail/u/0/" + fragment));
    }

    @Test
    void a_mail_with_the_id_of_another_one_does_not_hide_it() {
        assertEquals(
                "real forged",
                ids(Fusion.fuse(
                        QUERY,
                        List.of(
                                hits(Source.GMAIL, same("real", "mail:1"), same("forged", "mail:1")),
                                hits(Source.OUTLOOK)))));
    }

    @Test
    void of_what_a_source_found_twice_the_first_counts() {
        assertEquals("a b", ids(Fusion.fuse(QUERY, List.of(hits(Source.DRIVE, item("a"), item("b"), item("a"))))));
    }

    @Test
    void every_item_is_there_once_and_the_order_does_not_depend_on_the_order_of_the_sources() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<SourceHits> found = random(random);
            List<SourceHits> shuffled = new ArrayList<>(found);
            Collections.shuffle(shuffled, random);
            List<FusedItem> fused = Fusion.fuse(QUERY, found);

            assertEquals(fused, Fusion.fuse(QUERY, shuffled));
            Set<String> identities = found.stream()
                    .flatMap(it -> it.items().stream())
                    .map(it -> it.identity().orElseThrow())
                    .collect(toSet());
            assertEquals(identities.size(), fused.size());
            assertEquals(
                    identities,
                    fused.stream().map(it -> it.item().identity().orElseThrow()).collect(toSet()));
        }
    }

    private static List<SourceHits> random(Random random) {
        return Arrays.stream(Source.values())
                .map(source -> new SourceHits(
                        target(source),
                        IntStream.range(0, random.nextInt(6))
                                .mapToObj(i -> "x" + random.nextInt(20))
                                .distinct()
                                .map(id -> same(id, id))
                                .toList()))
                .toList();
    }
}
