package io.omnibridge.adapters.providers.connectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.omnibridge.adapters.providers.testing.ApiReply;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.SearchQuery;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link Connector} does, against a strict fake of its provider and over the real egress. The test of a connector is one
 * small class:
 *
 * <pre>{@code
 * class DriveConnectorTest extends ConnectorContract {
 *     protected Connector connector() { … }
 *     protected String provider() { … }
 *     protected ProviderFake startFake() { … }
 *     protected FoundItem firstItem() { … }
 *     protected ItemText firstText() { … }
 *     protected List<String> operators() { … }
 * }
 * }</pre>
 */
public abstract class ConnectorContract {

    /** More items than two full pages have. */
    private static final int MANY = 23;

    private static final int LIMIT = 10;

    private ProviderFake fake;
    private ConnectorRun run;

    protected abstract Connector connector();

    /** Returns the name of the built-in provider. */
    protected abstract String provider();

    /** Starts a fake with one item. */
    protected abstract ProviderFake startFake();

    /** Returns what a search finds for item 1 of the fake, with every field that the provider gives. */
    protected abstract FoundItem firstItem();

    /** Returns the text of item 1 of the fake. */
    protected abstract ItemText firstText();

    /** Returns queries that have each operator of the provider's query language in them, and some letter or digit. */
    protected abstract List<String> operators();

    /** Returns whether the provider may give an empty page before the last one. */
    protected boolean hasEmptyPages() {
        return true;
    }

    /** Returns the scopes of the grant. */
    protected Scopes granted() {
        return Scopes.none();
    }

    /** Returns how the provider refuses, with one of its HTTP statuses. */
    protected ApiReply refusal(int status) {
        return ApiReply.json(status, "{\"error\":{\"code\":" + status + ",\"message\":\"No.\"}}");
    }

    @BeforeEach
    void start() {
        fake = startFake();
        run = new ConnectorRun(provider(), connector().source(), fake.api());
    }

    @AfterEach
    void stop() {
        run.close();
        fake.close();
    }

    protected final ProviderFake fake() {
        return fake;
    }

    protected final ConnectorRun run() {
        return run;
    }

    protected final ReadPlan<SourcePage> search(String words, Optional<String> cursor, int limit) {
        return connector().search(new SourceQuery(new SearchQuery(words), cursor, limit), granted());
    }

    /** Searches for one word, and returns the first page. */
    protected final SourcePage found() {
        return run.result(search("plan", Optional.empty(), LIMIT));
    }

    protected final ReadPlan<ItemContent> item(String id) {
        return connector().item(id, granted());
    }

    /** Returns the failure that a plan ends with. */
    protected final ReadPlan.Failed<?> failure(ReadPlan<?> plan) {
        return assertInstanceOf(ReadPlan.Failed.class, run.run(plan));
    }

    @Test
    void a_search_finds_an_item_with_all_its_fields() {
        SourcePage page = found();

        assertEquals(List.of(firstItem()), page.items());
        assertEquals(Optional.empty(), page.next());
        assertEquals(false, page.isPartial());
        assertEquals(
                List.of("plan"),
                fake.words().stream().map(it -> it.toLowerCase(Locale.ROOT)).toList());
    }

    @Test
    void a_search_that_finds_nothing_is_an_empty_last_page() {
        fake.haveItems(0);

        assertEquals(new SourcePage(List.of(), Optional.empty(), false), found());
    }

    @Test
    void pages_are_followed_to_the_end_without_repeats() {
        fake.haveItems(MANY);
        List<String> ids = ids(pages());

        assertEquals(new TreeSet<>(expectedIds()), new TreeSet<>(ids));
        assertEquals(MANY, ids.size());
        if (connector().queries() == 1) {
            assertEquals(expectedIds(), ids);
        }
    }

    @Test
    void an_empty_page_is_not_the_last_one() {
        assumeTrue(hasEmptyPages(), "the provider gives no empty page before the last one");
        fake.haveItems(3);
        fake.beginWithAnEmptyPage();
        List<SourcePage> pages = pages();

        assertEquals(List.of(), pages.get(0).items());
        assertEquals(3, ids(pages).size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 50})
    void no_more_is_asked_for_than_the_limit(int limit) {
        fake.haveItems(60);
        SourcePage page = run.result(search("plan", Optional.empty(), limit));

        assertTrue(fake.largestPage() >= 1 && fake.largestPage() <= limit, "asked for " + fake.largestPage());
        assertTrue(!page.items().isEmpty()
                && page.items().size() <= limit * connector().queries());
    }

    @Test
    void the_words_of_a_query_are_all_sent() {
        run.result(search("Straße  naïve 東京 x1 don't", Optional.empty(), LIMIT));

        assertEquals("straßenaïve東京x1dont", letters(String.join("", fake.words())));
    }

    @Test
    @Tag("F9")
    void every_operator_stays_a_word() {
        for (String query : operators()) {
            run.result(search(query, Optional.empty(), LIMIT));

            assertEquals(List.of(), fake.api().violations(), query);
            assertEquals(letters(query), letters(String.join("", fake.words())), query);
        }
    }

    @ParameterizedTest
    @Tag("F9")
    @ValueSource(
            strings = {"\"", "'", "\\", "*", "-", ":", "( )", "{ }", "\" \" \"", "~", "\\'", "& | !", "NOT", "OR", "AND"
            })
    void a_query_without_a_letter_or_of_an_operator_alone_searches_words_or_nothing(String query) {
        assertInstanceOf(ReadPlan.Done.class, run.run(search(query, Optional.empty(), LIMIT)));
    }

    @Test
    void what_a_title_hides_is_removed() {
        fake.titled("P\u200blan\u202e \udb40\udc41\udb40\udc42x\u2063");

        assertEquals("Plan x", found().items().get(0).title());
    }

    @ParameterizedTest
    @Tag("F14")
    @CsvSource({
        "403, NOT_GRANTED",
        "404, NOT_FOUND",
        "410, NOT_FOUND",
        "400, PROVIDER_ERROR",
        "500, PROVIDER_ERROR",
        "502, PROVIDER_ERROR",
        "503, PROVIDER_UNAVAILABLE"
    })
    void a_refusal_of_the_provider_has_its_reason(int status, UseFailure reason) {
        fake.api().answerAll(refusal(status));

        assertEquals(reason, failure(search("plan", Optional.empty(), LIMIT)).reason());
        assertEquals(reason, failure(item(fake.id(1))).reason());
    }

    @Test
    @Tag("F14")
    void a_reached_limit_tells_how_long_to_wait() {
        fake.api().answerAll(refusal(429).with("Retry-After", "7"));

        for (ReadPlan<?> plan : List.of(search("plan", Optional.empty(), LIMIT), item(fake.id(1)))) {
            assertEquals(UseFailure.RATE_LIMITED, failure(plan).reason());
        }
        assertEquals(
                Duration.ofSeconds(7),
                failure(search("plan", Optional.empty(), LIMIT)).retryAfter());
    }

    @Test
    @Tag("F14")
    void a_refused_token_asks_for_a_reconnect() {
        fake.api().answerAll(refusal(401));

        assertEquals(
                UseFailure.NEEDS_RECONNECT,
                failure(search("plan", Optional.empty(), LIMIT)).reason());
    }

    @Test
    @Tag("F14")
    void a_response_that_is_not_the_documented_json_is_an_error() {
        List<ApiReply> replies = List.of(
                ApiReply.json("{\"a\":"),
                ApiReply.json("[]"),
                ApiReply.json("null"),
                ApiReply.json("\"text\""),
                ApiReply.json("{\"a\":1,\"a\":2}"),
                ApiReply.json(""),
                ApiReply.file("text/html", "<html>Sign in</html>"));
        for (ApiReply reply : replies) {
            fake.api().answerAll(reply);

            assertEquals(
                    UseFailure.PROVIDER_ERROR,
                    failure(search("plan", Optional.empty(), LIMIT)).reason(),
                    reply.body());
            assertEquals(UseFailure.PROVIDER_ERROR, failure(item(fake.id(1))).reason(), reply.body());
        }
    }

    @Test
    void an_item_is_read_with_its_text() {
        ItemContent content = run.result(item(fake.id(1)));

        assertEquals(firstItem().id(), content.item().id());
        assertEquals(firstItem().title(), content.item().title());
        assertEquals(firstItem().url(), content.item().url());
        assertEquals(firstItem().author(), content.item().author());
        assertEquals(firstItem().updatedAt(), content.item().updatedAt());
        assertEquals(firstItem().identity(), content.item().identity());
        assertEquals(firstItem().type(), content.item().type());
        assertEquals(firstText(), content.text());
        assertEquals(false, content.isPartial());
    }

    @Test
    void an_unknown_item_is_not_found() {
        assertEquals(UseFailure.NOT_FOUND, failure(item(fake.id(999))).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../..", "a/b", "a?b=c", "a#b", "a%2fb", ";", "\u0000", "é", "x"})
    void an_id_of_another_form_reads_nothing(String id) {
        assertInstanceOf(ReadPlan.Failed.class, run.run(item(id)));
    }

    private List<String> expectedIds() {
        return IntStream.rangeClosed(1, MANY).mapToObj(fake::id).toList();
    }

    private List<SourcePage> pages() {
        List<SourcePage> pages = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            pages.add(run.result(search("plan", cursor, LIMIT)));
            cursor = pages.get(pages.size() - 1).next();
            assertTrue(pages.size() < MANY, "the search comes to no end");
        } while (cursor.isPresent());
        return pages;
    }

    private static List<String> ids(List<SourcePage> pages) {
        return pages.stream()
                .flatMap(it -> it.items().stream())
                .map(FoundItem::id)
                .toList();
    }

    /** Returns the letters and digits of a text in lower case. */
    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
