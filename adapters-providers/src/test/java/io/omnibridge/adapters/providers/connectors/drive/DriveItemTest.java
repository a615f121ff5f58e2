package io.omnibridge.adapters.providers.connectors.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omnibridge.adapters.providers.connectors.ConnectorRun;
import io.omnibridge.adapters.providers.testing.ApiReply;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.MissingTextReason;
import io.omnibridge.domain.search.SearchQuery;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseFailure;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of all types. */
class DriveItemTest {

    private final DriveFake fake = new DriveFake();
    private final ConnectorRun run = new ConnectorRun("google", Source.DRIVE, fake.api());

    @AfterEach
    void stop() {
        run.close();
        fake.close();
    }

    private ReadPlan<ItemContent> plan() {
        return run.run(new DriveConnector().item(fake.id(1), Scopes.none()));
    }

    private ItemContent content(String type, String size) {
        fake.type(type, Optional.of(size).filter(it -> !it.isEmpty()));
        return run.result(plan());
    }

    private static ItemText present(String text) {
        return new ItemText.Present(text, false, 0, 0);
    }

    private String path() {
        return "/drive/v3/files/" + fake.id(1);
    }

    @Test
    void documents_of_google_are_exported() {
        assertEquals(
                present("The plan\nas text/plain"),
                content("application/vnd.google-apps.presentation", "").text());
        ItemContent sheet = content("application/vnd.google-apps.spreadsheet", "");
        assertEquals(present("The plan\nas text/csv"), sheet.text());
        assertEquals(true, sheet.isPartial());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/markdown",
                "text/csv",
                "application/json",
                "application/xml",
                "image/svg+xml.x"
            })
    void text_files_are_read(String type) {
        ItemText expected =
                type.startsWith("image") ? new ItemText.Missing(MissingTextReason.NOT_SUPPORTED) : present("The plan.");

        assertEquals(expected, content(type, "9").text());
    }

    @Test
    void html_files_are_read_as_a_person_sees_them() {
        fake.content(ApiReply.file("text/html", "<p>The plan</p><p hidden>x</p>"));

        assertEquals(
                new ItemText.Present("The plan", false, 1, 0),
                content("text/html", "30").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/pdf",
                "image/png",
                "application/vnd.google-apps.form",
                "application/vnd.google-apps.shortcut"
            })
    void other_files_are_not_supported(String type) {
        assertEquals(
                new ItemText.Missing(MissingTextReason.NOT_SUPPORTED),
                content(type, "9").text());
        assertEquals(1, fake.api().requests().size());
    }

    @Test
    void a_folder_has_no_text() {
        assertEquals(
                new ItemText.Missing(MissingTextReason.NO_TEXT),
                content("application/vnd.google-apps.folder", "").text());
    }

    @Test
    void a_file_that_is_too_large_is_not_read() {
        assertEquals(
                new ItemText.Missing(MissingTextReason.TOO_LARGE),
                content("text/plain", "4194305").text());
        assertEquals(1, fake.api().requests().size());
        assertEquals(present("The plan."), content("text/plain", "4194304").text());
    }

    @Test
    void a_document_that_google_does_not_export_is_too_large() {
        fake.api()
                .answer(
                        path() + "/export",
                        ApiReply.json(403, "{\"error\":{\"errors\":[{\"reason\":\"exportSizeLimitExceeded\"}]}}"));

        assertEquals(
                new ItemText.Missing(MissingTextReason.TOO_LARGE),
                content("application/vnd.google-apps.document", "").text());
    }

    @Test
    void content_that_may_not_be_downloaded_is_not_granted() {
        fake.api()
                .answer(
                        path() + "/export",
                        ApiReply.json(403, "{\"error\":{\"errors\":[{\"reason\":\"cannotExportFile\"}]}}"));

        assertEquals(
                UseFailure.NOT_GRANTED,
                assertInstanceOf(ReadPlan.Failed.class, plan()).reason());
    }

    @Test
    void a_search_that_google_did_not_finish_is_partial() {
        fake.searchIncompletely();

        assertEquals(
                true,
                run.result(new DriveConnector()
                                .search(new SourceQuery(new SearchQuery("plan"), Optional.empty(), 10), Scopes.none()))
                        .isPartial());
    }
}
