package io.omnibridge.adapters.providers.reads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.application.port.ReadMatch;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scopes of which a grant needs one, read by read. */
class ReadScopesTest {

    private static final String GOOGLE = "https://www.googleapis.com/auth/";

    private static Set<String> scopes(String provider, String path, String query) {
        return ((ReadMatch.Found) BuiltInReads.get(provider, path, query))
                .read()
                .scopes();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1.0/me/messages, Mail.Read Mail.ReadBasic Mail.ReadWrite",
        "/v1.0/me/messages/m/$value, Mail.Read Mail.ReadWrite",
        "/v1.0/me/events, Calendars.Read Calendars.ReadBasic Calendars.ReadWrite",
        "/v1.0/me/drive, Files.Read Files.Read.All Files.ReadWrite Files.ReadWrite.All Sites.Read.All Sites.ReadWrite.All",
        "/v1.0/me, ''"
    })
    void a_read_of_graph_needs_a_scope_of_its_own_source(String path, String expected) {
        assertEquals(expected, String.join(" ", new TreeSet<>(scopes("microsoft", path, ""))));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/conversations.history, channels:history groups:history im:history mpim:history",
        "/api/files.info, files:read",
        "/api/auth.test, ''"
    })
    void a_method_of_slack_needs_a_scope_of_its_own(String path, String expected) {
        assertEquals(expected, String.join(" ", new TreeSet<>(scopes("slack", path, ""))));
    }

    @ParameterizedTest
    @CsvSource({
        "/drive/v3/files, '', drive drive.appdata drive.file drive.metadata drive.metadata.readonly drive.photos.readonly drive.readonly",
        "/drive/v3/files/f, alt=media, drive drive.appdata drive.file drive.photos.readonly drive.readonly",
        "/drive/v3/files/f/export, '', drive drive.file drive.readonly",
        "/drive/v3/drives, '', drive drive.readonly",
        "/calendar/v3/users/me/calendarList, '', calendar calendar.calendarlist calendar.calendarlist.readonly calendar.readonly",
        "/calendar/v3/calendars/c/events, '', calendar calendar.events calendar.events.readonly calendar.readonly"
    })
    void a_read_of_google_takes_every_scope_that_google_takes(String path, String query, String expected) {
        assertEquals(
                expected,
                scopes("google", path, query).stream()
                        .map(it -> it.replace(GOOGLE, ""))
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void a_read_without_scopes_of_its_own_needs_one_of_its_api() {
        assertEquals(
                Set.of(GOOGLE + "gmail.readonly", GOOGLE + "gmail.modify", "https://mail.google.com/"),
                scopes("google", "/gmail/v1/users/me/messages", ""));
    }
}
