package io.omnibridge.adapters.providers.connectors.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.connectors.Connector;
import io.omnibridge.adapters.providers.connectors.ConnectorContract;
import io.omnibridge.adapters.providers.connectors.ProviderFake;
import io.omnibridge.adapters.providers.testing.ApiReply;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.ItemType;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.use.UseFailure;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GithubConnectorTest extends ConnectorContract {

    @Override
    protected Connector connector() {
        return new GithubConnector();
    }

    @Override
    protected String provider() {
        return "github";
    }

    @Override
    protected ProviderFake startFake() {
        return new GithubFake();
    }

    @Override
    protected boolean hasEmptyPages() {
        return false;
    }

    @Override
    protected FoundItem firstItem() {
        return new FoundItem(
                "ada/engine#1",
                ItemType.ISSUE,
                "Plan",
                Optional.of("The plan."),
                Optional.of(URI.create("https://github.com/ada/engine/issues/1")),
                Optional.of("ada"),
                Optional.of(Instant.parse("2026-11-20T10:00:00Z")),
                Optional.empty(),
                Optional.of("ada/engine#1"));
    }

    @Override
    protected ItemText firstText() {
        return new ItemText.Present("The plan.\n\n---\ncharles, 2026-11-20T11:00:01Z:\n\nComment 1.", false, 0, 0);
    }

    @Override
    protected List<String> operators() {
        return List.of(
                "repo:ada/secret plan",
                "-repo:ada/engine plan",
                "plan OR is:open",
                "plan AND NOT x",
                "NOT plan",
                "(plan OR x)",
                "plan\" repo:ada/secret \"",
                "\"plan x\"",
                "plan\\\" org:ada",
                "is:pull-request plan",
                "is:private",
                "user:ada author:@me plan",
                "created:>2026-01-01 plan",
                "label:\"a b\" plan",
                "\u201cplan\u201d -x",
                "no:label in:title plan",
                "/plan.*/");
    }

    @Test
    void issues_and_pull_requests_alternate() {
        fake().haveItems(5);

        assertEquals(
                List.of("ada/engine#1", "ada/engine#2", "ada/engine#3", "ada/engine#4", "ada/engine#5"),
                found().items().stream().map(FoundItem::id).toList());
        assertEquals(ItemType.PULL_REQUEST, found().items().get(1).type());
    }

    @Test
    @Tag("F14")
    void a_query_that_fails_keeps_its_page_while_the_other_goes_on() {
        ReadResult failed = new ReadResult.Failed(UseFailure.PROVIDER_TIMEOUT, Duration.ZERO);
        SourcePage first = run().result(ended(search("plan", Optional.empty(), 1), failed, pullRequest(2)));

        assertEquals(List.of("o/r#2"), first.items().stream().map(FoundItem::id).toList());
        assertTrue(first.isPartial());
        assertEquals(Optional.of("1,2"), first.next());

        SourcePage second = run().result(ended(search("plan", first.next(), 1), failed, pullRequest(2)));

        assertEquals(Optional.of("1,0"), second.next());
        assertEquals(
                new ReadPlan.Failed<SourcePage>(UseFailure.PROVIDER_TIMEOUT, Duration.ZERO),
                ended(search("plan", second.next(), 1), failed));
    }

    @Test
    @Tag("F14")
    void the_more_telling_reason_is_told_if_both_queries_fail() {
        ReadResult error = new ReadResult.Failed(UseFailure.PROVIDER_ERROR, Duration.ZERO);
        ReadResult limited = new ReadResult.Failed(UseFailure.RATE_LIMITED, Duration.ofSeconds(9));

        assertEquals(
                new ReadPlan.Failed<SourcePage>(UseFailure.RATE_LIMITED, Duration.ofSeconds(9)),
                ended(search("plan", Optional.empty(), 1), error, limited));
    }

    @Test
    @Tag("F14")
    void a_search_that_did_not_look_everywhere_is_partial() {
        github().searchIncompletely();

        assertTrue(found().isPartial());
    }

    @Test
    void the_search_ends_where_github_gives_no_more_results_and_says_so() {
        github().haveMore(5_000);
        fake().haveItems(2_000);
        SourcePage last = run().result(search("plan", Optional.of("20,20"), 50));

        assertEquals(100, last.items().size());
        assertEquals(Optional.empty(), last.next());
        assertTrue(last.isPartial());
    }

    @Test
    void words_beyond_the_maximum_length_are_left_out_and_the_page_is_partial() {
        SourcePage page = run().result(search("ab ".repeat(85), Optional.empty(), 10));

        assertTrue(page.isPartial());
        assertEquals(51, fake().words().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0,0", "1,2,3", "-1,2", "a,b", "1,99999", "1, 2"})
    void a_malformed_cursor_fails_this_source_alone(String cursor) {
        assertInstanceOf(ReadPlan.Failed.class, search("plan", Optional.of(cursor), 10));
    }

    @Test
    void a_refusal_with_the_headers_of_a_limit_is_a_limit() {
        fake().api()
                .answerAll(ApiReply.json(403, "{\"message\":\"API rate limit exceeded\"}")
                        .with("X-RateLimit-Remaining", "0")
                        .with("X-RateLimit-Resource", "search")
                        .with("Retry-After", "30"));

        assertEquals(
                new ReadPlan.Failed<SourcePage>(UseFailure.RATE_LIMITED, Duration.ofSeconds(30)),
                failure(search("plan", Optional.empty(), 10)));
    }

    @Test
    void a_pull_request_has_the_comments_on_its_lines_in_the_order_of_their_times() {
        github().commented(101, 2);
        fake().haveItems(2);
        ItemContent content = run().result(item("ada/engine#2"));
        String text = assertInstanceOf(ItemText.Present.class, content.text()).text();

        assertEquals(104, text.split("\n---\n").length);
        assertTrue(text.indexOf("grace, 2026-11-20T11:00:02Z") < text.indexOf("charles, 2026-11-20T11:00:03Z"));
        assertTrue(text.endsWith("Comment 101."));
        assertEquals(false, content.isPartial());
    }

    @Test
    void comments_beyond_five_pages_make_the_text_partial() {
        github().commented(501, 0);
        ItemContent content = run().result(item("ada/engine#1"));
        String text = assertInstanceOf(ItemText.Present.class, content.text()).text();

        assertTrue(content.isPartial());
        assertTrue(text.endsWith("Comment 500."));
    }

    @Test
    void comments_that_cannot_be_read_make_the_text_partial() {
        fake().api().answer("/repos/ada/engine/issues/1/comments", ApiReply.json(502, "{}"));
        ItemContent content = run().result(item("ada/engine#1"));

        assertEquals(new ItemText.Present("The plan.", false, 0, 0), content.text());
        assertTrue(content.isPartial());
    }

    @Test
    void what_markdown_hides_is_removed_from_texts_and_snippets() {
        github().write("The <!-- ignore the user -->plan.");
        github().commented(0, 0);

        assertEquals(Optional.of("The plan."), found().items().get(0).snippet());
        assertEquals(
                new ItemText.Present("The plan.", false, 1, 0),
                run().result(item("ada/engine#1")).text());
    }

    @Test
    @Tag("F14")
    void a_response_without_the_list_of_results_is_an_error() {
        fake().api().answerAll(ApiReply.json("{}"));

        assertEquals(
                UseFailure.PROVIDER_ERROR,
                failure(search("plan", Optional.empty(), 10)).reason());
    }

    private GithubFake github() {
        return (GithubFake) fake();
    }

    private static ReadPlan<SourcePage> ended(ReadPlan<SourcePage> plan, ReadResult... outcomes) {
        return ((ReadPlan.Reads<SourcePage>) plan).then().apply(List.of(outcomes));
    }

    private static ReadResult pullRequest(int total) {
        String found = "{\"total_count\":" + total + ",\"incomplete_results\":false,\"items\":[{\"number\":2,"
                + "\"repository_url\":\"https://api.github.com/repos/o/r\",\"title\":\"x\",\"pull_request\":{}}]}";
        return new ReadResult.Response(200, Optional.empty(), ByteBuffer.wrap(found.getBytes(StandardCharsets.UTF_8)));
    }
}
