package io.omnibridge.adapters.providers.connectors.onedrive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.connectors.Connector;
import io.omnibridge.adapters.providers.connectors.ConnectorContract;
import io.omnibridge.adapters.providers.connectors.ProviderFake;
import io.omnibridge.adapters.providers.testing.ApiReply;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.ItemType;
import io.omnibridge.domain.search.MissingTextReason;
import io.omnibridge.domain.use.UseFailure;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnedriveConnectorTest extends ConnectorContract {

    private static final String CONTENT = "/v1.0/me/drive/items/01ABC%211/content";

    @Override
    protected Connector connector() {
        return new OnedriveConnector();
    }

    @Override
    protected String provider() {
        return "microsoft";
    }

    @Override
    protected ProviderFake startFake() {
        return new OnedriveFake();
    }

    @Override
    protected FoundItem firstItem() {
        return new FoundItem(
                "01ABC!1",
                ItemType.FILE,
                "Plan",
                Optional.empty(),
                Optional.of(URI.create("https://contoso-my.sharepoint.com/personal/ada/Documents/1.txt")),
                Optional.of("Ada Lovelace"),
                Optional.of(Instant.parse("2026-11-20T10:00:00Z")),
                Optional.of("text/plain"),
                Optional.empty());
    }

    @Override
    protected ItemText firstText() {
        return new ItemText.Present("The plan.", false, 0, 0);
    }

    @Override
    protected List<String> operators() {
        return List.of(
                "author:ada plan",
                "plan*",
                "plan NEAR x",
                "plan AND NOT x",
                "(plan OR x)",
                "-plan",
                "+plan x",
                "\"plan x\"",
                "plan') or search(q='x",
                "plan''x",
                "'plan'",
                "plan/../x",
                "plan\\x",
                "plan;x",
                "100%25 plan",
                "plan%27x",
                "plan?$top=1",
                "plan#x",
                "size>=1 plan",
                "\u201cplan\u201d x",
                "plan:/x:/content");
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document, 9, NOT_SUPPORTED",
        "image/png, 9, NOT_SUPPORTED",
        "application/octet-stream, 9, NOT_SUPPORTED",
        "text/plain, 4194305, TOO_LARGE"
    })
    void a_file_without_readable_text_says_why(String type, long size, MissingTextReason why) {
        onedrive().type(type, size);

        assertEquals(new ItemText.Missing(why), run().result(item("01ABC!1")).text());
        assertTrue(fake().api().requests().stream().noneMatch(it -> it.path().endsWith("/content")));
    }

    @Test
    void a_folder_has_no_text() {
        onedrive().holdFolders();

        assertEquals(ItemType.FOLDER, found().items().get(0).type());
        assertEquals(
                new ItemText.Missing(MissingTextReason.NO_TEXT),
                run().result(item("01ABC!1")).text());
    }

    @Test
    void a_text_file_whose_type_is_not_known_is_read_by_its_name() {
        onedrive().type("application/octet-stream", 9);
        fake().titled("PLAN.md");

        assertEquals(firstText(), run().result(item("01ABC!1")).text());
    }

    @Test
    void the_text_of_a_web_page_is_what_a_person_sees() {
        onedrive().type("text/html", 9);
        fake().api().answer(CONTENT, ApiReply.file("text/html", "<p>The <b>plan</b>.</p>"));

        assertEquals(firstText(), run().result(item("01ABC!1")).text());
    }

    @Test
    void a_redirect_to_a_host_that_is_not_listed_is_not_followed() {
        fake().api().answer(CONTENT, new ApiReply(302, Map.of("Location", "https://evil.example/d?tempauth=x"), ""));

        assertEquals(UseFailure.PROVIDER_REDIRECT, failure(item("01ABC!1")).reason());
    }

    @Test
    @Tag("F14")
    void a_response_without_the_list_of_results_is_an_error() {
        fake().api().answerAll(ApiReply.json("{}"));

        assertEquals(
                UseFailure.PROVIDER_ERROR,
                failure(search("plan", Optional.empty(), 10)).reason());
    }

    private OnedriveFake onedrive() {
        return (OnedriveFake) fake();
    }
}
