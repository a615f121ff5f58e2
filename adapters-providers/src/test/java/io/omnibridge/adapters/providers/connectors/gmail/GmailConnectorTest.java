package io.omnibridge.adapters.providers.connectors.gmail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.connectors.Connector;
import io.omnibridge.adapters.providers.connectors.ConnectorContract;
import io.omnibridge.adapters.providers.connectors.ProviderFake;
import io.omnibridge.adapters.providers.testing.ApiReply;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.ItemType;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.use.UseFailure;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GmailConnectorTest extends ConnectorContract {

    private static final String MESSAGES = "/gmail/v1/users/me/messages";

    @Override
    protected Connector connector() {
        return new GmailConnector();
    }

    @Override
    protected String provider() {
        return "google";
    }

    @Override
    protected ProviderFake startFake() {
        return new GmailFake();
    }

    @Override
    protected FoundItem firstItem() {
        return new FoundItem(
                "18c0000000000001",
                ItemType.MAIL,
                "Plan",
                Optional.of("We don't & won't stop"),
                Optional.of(URI.create("https://mail.google.com/mail/u/0/#all/18c0000000000001")),
                Optional.of("Ada Lovelace <ada@example.org>"),
                Optional.of(Instant.ofEpochMilli(1_764_240_000_123L)),
                Optional.of("message/rfc822"),
                Optional.of("mail:plan-1@mail.example.org"));
    }

    @Override
    protected ItemText firstText() {
        return new ItemText.Present("The plan", false, 1, 0);
    }

    @Override
    protected List<String> operators() {
        return List.of(
                "from:boss@example.org",
                "-label:inbox plan",
                "+plan",
                "plan OR invoice",
                "plan AND invoice",
                "plan AROUND 3 invoice",
                "NOT plan",
                "{plan invoice}",
                "(plan invoice)",
                "subject:(plan invoice)",
                "\"plan invoice",
                "pl\"an\"x",
                "\u201cplan\u201d from:me",
                "\u00abplan\u00bb",
                "plan\" OR \"x",
                "has:attachment filename:pdf",
                "in:anywhere is:unread",
                "older_than:1d after:2026/01/01",
                "rfc822msgid:200503292@example.com",
                "size:1000000",
                "from\uff1aboss",
                "\"\" OR from:x",
                "plan*",
                "list:info@example.com deliveredto:x");
    }

    private ApiReply limit() {
        return ApiReply.json(429, "{\"error\":{\"code\":429,\"errors\":[{\"reason\":\"rateLimitExceeded\"}]}}");
    }

    private String path(int number) {
        return MESSAGES + "/" + fake().id(number);
    }

    @Test
    void a_page_has_at_most_ten_mails() {
        fake().haveItems(60);
        SourcePage page = run().result(search("plan", Optional.empty(), 50));

        assertEquals(10, page.items().size());
        assertEquals(11, fake().api().requests().size());
    }

    @Test
    void a_mail_is_read_by_its_metadata_alone() {
        found();

        assertEquals(
                List.of("Subject", "From", "Date", "Message-ID"),
                fake().api().requests().get(1).parameters("metadataHeaders"));
        assertEquals(Optional.of("metadata"), fake().api().requests().get(1).parameter("format"));
    }

    @Test
    @Tag("F14")
    void a_mail_that_cannot_be_read_makes_the_page_partial() {
        fake().haveItems(3);
        for (ApiReply reply : List.of(limit(), refusal(500), ApiReply.json("{\"id\":7}"), ApiReply.json("{"))) {
            fake().api().answer(path(2), reply);
            SourcePage page = found();

            assertEquals(
                    List.of("Plan", "Plan 3"),
                    page.items().stream().map(FoundItem::title).toList());
            assertTrue(page.isPartial());
        }
    }

    @Test
    void a_mail_that_was_deleted_meanwhile_is_left_out() {
        fake().haveItems(2);
        fake().api().answer(path(1), refusal(404));
        SourcePage page = found();

        assertEquals(
                List.of("Plan 2"), page.items().stream().map(FoundItem::title).toList());
        assertEquals(false, page.isPartial());
    }

    @Test
    @Tag("F14")
    void a_page_of_which_no_mail_can_be_read_fails() {
        fake().haveItems(3);
        IntStream.rangeClosed(1, 3).forEach(it -> fake().api().answer(path(it), limit()));

        assertEquals(
                UseFailure.RATE_LIMITED,
                failure(search("plan", Optional.empty(), 10)).reason());
    }

    @Test
    @Tag("F14")
    void a_limit_that_comes_as_403_is_a_limit() {
        fake().api().answerAll(ApiReply.json(403, "{\"error\":{\"errors\":[{\"reason\":\"userRateLimitExceeded\"}]}}"));

        assertEquals(
                UseFailure.RATE_LIMITED,
                failure(search("plan", Optional.empty(), 10)).reason());
    }

    @Test
    void ids_that_gmail_cannot_have_are_left_out() {
        fake().api().answer(MESSAGES, ApiReply.json("{\"messages\":[{\"id\":\"../x\"},{\"id\":7},{}, 1]}"));

        assertEquals(new SourcePage(List.of(), Optional.empty(), false), found());
    }
}
