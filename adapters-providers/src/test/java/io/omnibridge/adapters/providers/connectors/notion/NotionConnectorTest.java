package io.omnibridge.adapters.providers.connectors.notion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.connectors.Connector;
import io.omnibridge.adapters.providers.connectors.ConnectorContract;
import io.omnibridge.adapters.providers.connectors.ProviderFake;
import io.omnibridge.adapters.providers.testing.ApiReply;
import io.omnibridge.application.port.ReadPlan;
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
import org.junit.jupiter.params.provider.ValueSource;

class NotionConnectorTest extends ConnectorContract {

    private static final String ID = "00000001-aaaa-4bbb-8ccc-0123456789ab";

    @Override
    protected Connector connector() {
        return new NotionConnector();
    }

    @Override
    protected String provider() {
        return "notion";
    }

    @Override
    protected ProviderFake startFake() {
        return new NotionFake();
    }

    @Override
    protected FoundItem firstItem() {
        return new FoundItem(
                ID,
                ItemType.PAGE,
                "Plan",
                Optional.empty(),
                Optional.of(URI.create("https://www.notion.so/Plan-00000001aaaa4bbb8ccc0123456789ab")),
                Optional.of("u-1"),
                Optional.of(Instant.parse("2026-11-20T10:00:00Z")),
                Optional.empty(),
                Optional.of("notion:" + ID));
    }

    @Override
    protected ItemText firstText() {
        return new ItemText.Present("# Goals\n\nThe plan.", false, 0, 0);
    }

    @Override
    protected List<String> operators() {
        return List.of(
                "plan\",\"page_size\":\"100", "plan\\\"}", "{\"query\":\"x\"}", "\"plan x\"", "-plan", "plan\u2028x");
    }

    @Test
    void a_data_source_is_found_by_its_own_title_and_has_no_text() {
        notion().holdDataSources();
        FoundItem item = found().items().get(0);
        ItemContent content = run().result(item(ID));

        assertEquals(ItemType.DATA_SOURCE, item.type());
        assertEquals("Plan", item.title());
        assertEquals(item, content.item());
        assertEquals(new ItemText.Missing(MissingTextReason.NOT_SUPPORTED), content.text());
    }

    @Test
    @Tag("F14")
    void a_search_that_notion_broke_off_is_partial() {
        notion().searchIncompletely();

        assertTrue(found().isPartial());
    }

    @Test
    void what_is_in_the_bin_is_left_out() {
        notion().trash();

        assertEquals(List.of(), found().items());
        assertEquals(UseFailure.NOT_FOUND, failure(item(ID)).reason());
    }

    @Test
    void a_page_that_notion_cut_is_truncated_and_partial() {
        notion().write("The plan.", true, 0);
        ItemContent content = run().result(item(ID));

        assertEquals(new ItemText.Present("The plan.", true, 0, 0), content.text());
        assertTrue(content.isPartial());
    }

    @Test
    void a_page_with_blocks_that_notion_left_out_is_partial() {
        notion().write("The plan.", false, 1);
        ItemContent content = run().result(item(ID));

        assertEquals(new ItemText.Present("The plan.", false, 0, 0), content.text());
        assertTrue(content.isPartial());
    }

    @Test
    void an_empty_page_has_no_text() {
        notion().write("", false, 0);

        assertEquals(
                new ItemText.Missing(MissingTextReason.NO_TEXT),
                run().result(item(ID)).text());
    }

    @ParameterizedTest
    @Tag("F14")
    @ValueSource(ints = {429, 529})
    void too_many_requests_and_overload_are_limits_with_notions_own_wait(int status) {
        fake().api()
                .answerAll(ApiReply.json(status, "{\"object\":\"error\",\"code\":\"rate_limited\"}")
                        .with("Retry-After", "11"));

        for (ReadPlan<?> plan : List.of(search("plan", Optional.empty(), 10), item(ID))) {
            assertEquals(new ReadPlan.Failed<>(UseFailure.RATE_LIMITED, Duration.ofSeconds(11)), failure(plan));
        }
    }

    @Test
    @Tag("F14")
    void a_response_without_the_list_of_results_is_an_error() {
        fake().api().answerAll(ApiReply.json("{}"));

        assertEquals(
                UseFailure.PROVIDER_ERROR,
                failure(search("plan", Optional.empty(), 10)).reason());
    }

    private NotionFake notion() {
        return (NotionFake) fake();
    }
}
