package io.omnibridge.adapters.providers.connectors.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.connectors.Connector;
import io.omnibridge.adapters.providers.connectors.ConnectorContract;
import io.omnibridge.adapters.providers.connectors.ProviderFake;
import io.omnibridge.adapters.providers.testing.ApiReply;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.ItemType;
import io.omnibridge.domain.search.MissingTextReason;
import io.omnibridge.domain.use.UseFailure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slack with the legacy search, which a grant opens that names no granular scope. */
class SlackConnectorTest extends ConnectorContract {

    private static final String ID = "C0ENGINE:1795168800.000100";

    @Override
    protected Connector connector() {
        return new SlackConnector();
    }

    @Override
    protected String provider() {
        return "slack";
    }

    @Override
    protected ProviderFake startFake() {
        return new SlackFake();
    }

    protected String searchPath() {
        return "/api/search.messages";
    }

    @Override
    protected boolean hasEmptyPages() {
        return false;
    }

    @Override
    protected FoundItem firstItem() {
        return new FoundItem(
                ID,
                ItemType.MESSAGE,
                "Plan",
                Optional.of("Plan"),
                Optional.of(URI.create("https://analytical.slack.com/archives/C0ENGINE/p1795168800000100")),
                Optional.of("ada"),
                Optional.of(Instant.parse("2026-11-20T10:00:00Z")),
                Optional.empty(),
                Optional.of("slack:" + ID));
    }

    @Override
    protected ItemText firstText() {
        return new ItemText.Present(
                "ada, 2026-11-20T10:00:00Z:\nPlan\n\nU2, 2026-11-20T11:00:00Z:\nYes, @ada & co.", false, 0, 0);
    }

    @Override
    protected List<String> operators() {
        return List.of(
                "in:general plan",
                "from:@ada plan",
                "from:<@U1> plan",
                "in:<#C1|general>",
                "-plan x",
                "\"plan x\"",
                "plan\" in:general \"x",
                "pla*",
                "*plan",
                "\u201cin:general\u201d plan",
                "has:link plan",
                "before:2026-01-01 plan",
                "plan -in:general",
                "is:thread with:@ada");
    }

    @ParameterizedTest
    @Tag("F14")
    @CsvSource({
        "missing_scope, NOT_GRANTED",
        "not_allowed_token_type, NOT_GRANTED",
        "channel_not_found, NOT_FOUND",
        "fatal_error, PROVIDER_ERROR",
        "ratelimited, RATE_LIMITED",
        "token_revoked, NEEDS_RECONNECT"
    })
    void an_error_with_status_200_has_its_reason(String error, UseFailure reason) {
        fake().api().answerAll(ApiReply.json("{\"ok\":false,\"error\":\"" + error + "\"}"));

        assertEquals(reason, failure(search("plan", Optional.empty(), 10)).reason());
        assertEquals(reason, failure(item(ID)).reason());
    }

    @Test
    @Tag("F14")
    void a_response_that_does_not_say_that_it_succeeded_is_an_error() {
        fake().api().answerAll(ApiReply.json("{\"messages\":{\"matches\":[]}}"));

        assertEquals(
                UseFailure.PROVIDER_ERROR,
                failure(search("plan", Optional.empty(), 10)).reason());
    }

    @Test
    void a_thread_that_is_longer_than_a_page_is_partial() {
        slack().haveMoreReplies();

        assertTrue(run().result(item(ID)).isPartial());
    }

    @Test
    void a_reply_is_read_with_the_thread_that_its_permalink_names() {
        ItemContent content = run().result(item("C0ENGINE:1795172400.000200:1795168800.000100"));

        assertEquals("Yes, @ada & co.", content.item().title());
        assertEquals(firstText(), content.text());
    }

    @Test
    void without_the_scope_for_histories_the_text_is_the_one_message_and_partial() {
        slack().refuseHistory();
        ItemContent content = run().result(item(ID));

        assertEquals(firstItem(), content.item());
        assertEquals(new ItemText.Present("Plan", false, 0, 0), content.text());
        assertTrue(content.isPartial());
    }

    @Test
    void a_grant_that_is_known_to_lack_histories_asks_for_none() {
        ReadPlan<ItemContent> plan = connector().item(ID, Scopes.of(List.of("search:read")));
        slack().refuseHistory();

        assertEquals(
                new ItemText.Present("Plan", false, 0, 0), run().result(plan).text());
        assertFalse(fake().api().requests().stream().anyMatch(it -> it.path().endsWith("conversations.replies")));
    }

    @Test
    void a_message_that_no_search_shows_has_no_text_and_says_so() {
        slack().refuseHistory();
        slack().hideFromSearchesByTime();
        ItemContent content = run().result(item(ID));

        assertEquals(new ItemText.Missing(MissingTextReason.NOT_SUPPORTED), content.text());
        assertEquals(firstItem().url(), content.item().url());
        assertTrue(content.isPartial());
    }

    @Test
    void a_message_that_was_deleted_is_not_found_without_histories_either() {
        slack().refuseHistory();

        assertEquals(UseFailure.NOT_FOUND, failure(item(fake().id(5))).reason());
    }

    @Test
    @Tag("F14")
    void a_limit_of_the_search_for_one_message_is_told_as_one() {
        slack().refuseHistory();
        fake().api()
                .answer(
                        searchPath(),
                        ApiReply.json(429, "{\"ok\":false,\"error\":\"ratelimited\"}")
                                .with("Retry-After", "20"));

        assertEquals(new ReadPlan.Failed<>(UseFailure.RATE_LIMITED, Duration.ofSeconds(20)), failure(item(ID)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C1", "C1:1", "C1:1.2:", "c1:1.2", "C1:1.2:1.2:1.2", ":", "C1:1.x", "C1:999999999999.1"})
    void a_malformed_id_reads_nothing(String id) {
        assertEquals(new ReadPlan.Failed<>(UseFailure.NOT_FOUND, Duration.ZERO), item(id));
    }

    private SlackFake slack() {
        return (SlackFake) fake();
    }
}
