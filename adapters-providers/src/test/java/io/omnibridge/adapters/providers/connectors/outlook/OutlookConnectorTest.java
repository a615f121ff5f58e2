package io.omnibridge.adapters.providers.connectors.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutlookConnectorTest extends ConnectorContract {

    @Override
    protected Connector connector() {
        return new OutlookConnector();
    }

    @Override
    protected String provider() {
        return "microsoft";
    }

    @Override
    protected ProviderFake startFake() {
        return new OutlookFake();
    }

    @Override
    protected FoundItem firstItem() {
        return new FoundItem(
                "AAMkAD_1-x=",
                ItemType.MAIL,
                "Plan",
                Optional.of("The plan."),
                Optional.of(URI.create("https://outlook.office365.com/owa/?ItemID=1")),
                Optional.of("Ada Lovelace <ada@example.org>"),
                Optional.of(Instant.parse("2026-11-20T10:00:00Z")),
                Optional.empty(),
                Optional.of("mail:1@example.org"));
    }

    @Override
    protected ItemText firstText() {
        return new ItemText.Present("The plan.", false, 0, 0);
    }

    @Override
    protected List<String> operators() {
        return List.of(
                "from:ada plan",
                "subject:\"plan x\"",
                "plan* x",
                "plan NEAR(3) x",
                "plan AND NOT x",
                "(plan OR x)",
                "-plan",
                "NOT plan",
                "plan\" OR from:ada OR \"x",
                "plan\\\" OR from:ada",
                "plan\\",
                "\\\"plan\\\"",
                "\u201cfrom:ada\u201d plan",
                "received>=2026-01-01 plan",
                "hasattachment=true plan",
                "plan\" &$filter=isRead eq false");
    }

    @Test
    void pages_by_number_are_followed_by_the_number_alone() {
        outlook().pageByNumber();
        fake().haveItems(5);
        SourcePage first = run().result(search("plan", Optional.empty(), 3));
        SourcePage second = run().result(search("plan", first.next(), 3));

        assertEquals(Optional.of("$skip=3"), first.next());
        assertEquals(2, second.items().size());
        assertEquals(Optional.empty(), second.next());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/v1.0/me/messages?$skiptoken=1",
                "/v1.0/me/messages",
                "/v1.0/me/messages?$skiptoken=",
                "/v1.0/me/messages?$filter=x",
                "not a URL"
            })
    void a_next_page_without_a_value_of_graph_is_none(String link) {
        outlook().link(link.startsWith("/") ? fake().api().url() + link : link);

        assertEquals(Optional.empty(), found().next());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"address\":\"ada@example.org\"} | ada@example.org",
                "{\"name\":\"Ada\"} | Ada",
                "{\"name\":\"ada@example.org\",\"address\":\"ada@example.org\"} | ada@example.org"
            })
    void an_author_is_what_is_known_of_the_sender(String from, String author) {
        outlook().from(from);

        assertEquals(Optional.of(author), found().items().get(0).author());
    }

    @Test
    void a_mail_without_a_sender_has_no_author() {
        outlook().from("null");

        assertEquals(Optional.empty(), found().items().get(0).author());
    }

    @Test
    void a_plain_mail_is_read_as_it_is() {
        outlook().write("text", "1 < 2 <b>plan</b>");

        assertEquals(
                new ItemText.Present("1 < 2 <b>plan</b>", false, 0, 0),
                run().result(item(fake().id(1))).text());
    }

    @Test
    @Tag("F14")
    void a_response_without_the_list_of_results_is_an_error() {
        fake().api().answerAll(ApiReply.json("{}"));

        assertEquals(
                UseFailure.PROVIDER_ERROR,
                failure(search("plan", Optional.empty(), 10)).reason());
    }

    private OutlookFake outlook() {
        return (OutlookFake) fake();
    }
}
