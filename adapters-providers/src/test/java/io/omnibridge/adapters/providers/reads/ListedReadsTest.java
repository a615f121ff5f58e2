package io.omnibridge.adapters.providers.reads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.application.port.ReadContent;
import io.omnibridge.application.port.ReadMatch;
import io.omnibridge.domain.use.ReadMethod;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("F3")
@Tag("F10")
class ListedReadsTest {

    private static final String LIST = "/io/omnibridge/adapters/providers/reads/listed-reads.txt";

    @Test
    void the_catalogue_lists_the_agreed_reads_and_no_others() throws IOException {
        TreeSet<String> agreed = lines().stream()
                .map(it -> it.substring(0, it.lastIndexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> listed = new TreeSet<>();
        for (String provider : BuiltInReads.PROVIDERS) {
            BuiltInReads.apis(provider)
                    .forEach(api -> api.reads()
                            .forEach(read -> listed.add(provider + " " + kind(read) + " "
                                    + (api.prefix().equals("/") ? "" : api.prefix()) + read.path())));
        }

        assertEquals(String.join("\n", agreed), String.join("\n", listed));
    }

    @Test
    void every_agreed_read_names_its_origin() throws IOException {
        assertTrue(lines().stream().allMatch(it -> it.endsWith(" extract") || it.endsWith(" documentation")));
        assertTrue(lines().size() > 180);
    }

    @ParameterizedTest
    @CsvSource({
        "slack, /api/auth.revoke",
        "slack, /api/chat.postMessage",
        "slack, /api/chat.delete",
        "slack, /api/conversations.archive",
        "slack, /api/apps.uninstall",
        "slack, /api/files.delete",
        "slack, /api/users.setPresence",
        "slack, /api/reminders.add",
        "slack, /api/oauth.v2.access",
        "slack, /api/rtm.connect",
        "slack, /api/Users.List",
        "slack, /auth.test",
        "github, /graphql",
        "github, /user/keys",
        "github, /user/emails",
        "github, /user/repository_invitations",
        "github, /repos/o/r/hooks",
        "github, /repos/o/r/hooks/1/deliveries",
        "github, /repos/o/r/keys",
        "github, /repos/o/r/tarball/main",
        "github, /repos/o/r/zipball/main",
        "github, /repos/o/r/secret-scanning/alerts",
        "github, /repos/o/r/actions/secrets",
        "github, /repos/o/r/actions/artifacts/1/zip",
        "github, /repos/o/r/invitations",
        "github, /repos/o/r/branches/main/protection",
        "github, /repos/o/r/branches/protection",
        "github, /repos/o/r/issues/comments/1/reactions",
        "github, /repos/o/r/issues/events",
        "github, /repos/o/r/releases/assets",
        "github, /repos/o/r/pulls/comments",
        "github, /gists/public",
        "github, /applications/1/token",
        "github, /installation/repositories",
        "google, /batch",
        "google, /batch/gmail/v1",
        "google, /upload/drive/v3/files",
        "google, /drive/v3/files/generateIds",
        "google, /drive/v3/files/GENERATEIDS",
        "google, /drive/v3/files/1/permissions",
        "google, /drive/v3/changes/watch",
        "google, /gmail/v1/users/me/settings/forwardingAddresses",
        "google, /gmail/v1/users/me/messages/send",
        "google, /gmail/v1/users/other/messages",
        "google, /calendar/v3/calendars/primary/events/quickAdd",
        "google, /calendar/v3/calendars/primary/acl",
        "microsoft, /v1.0/$batch",
        "microsoft, /v1.0/users",
        "microsoft, /v1.0/me/messages/delta",
        "microsoft, /v1.0/me/messages/1/move",
        "microsoft, /v1.0/me/drive/root:/secret.txt:/content",
        "microsoft, /v1.0/me/drive/root/createLink(type='view')",
        "microsoft, /v1.0/me/drive/items/root:",
        "microsoft, /v1.0/me/messages/$count",
        "microsoft, /beta/me/messages",
        "notion, /v1/oauth/token",
        "notion, /v1/users",
        "notion, /v1/pages",
        "notion, /v1/file_uploads",
        "notion, /v2/search",
    })
    void what_is_not_listed_is_no_read(String provider, String path) {
        for (ReadMethod method : ReadMethod.values()) {
            assertInstanceOf(
                    ReadMatch.NotARead.class, BuiltInReads.match(provider, method, path, ""), method + " " + path);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "google, /gmail/v1/users/me/messages",
        "github, /repos/o/r",
        "slack, /api/search.messages",
        "notion, /v1/users/me",
        "microsoft, /v1.0/me/messages"
    })
    void a_read_by_get_is_no_read_by_post(String provider, String path) {
        assertInstanceOf(ReadMatch.Found.class, BuiltInReads.get(provider, path, ""));
        assertInstanceOf(ReadMatch.Found.class, BuiltInReads.match(provider, ReadMethod.HEAD, path, ""));
        assertInstanceOf(ReadMatch.NotARead.class, BuiltInReads.match(provider, ReadMethod.POST, path, ""));
    }

    private static String kind(ReadRule read) {
        return read.of() == ReadContent.MEDIA ? "MEDIA" : read.method().name();
    }

    private static List<String> lines() throws IOException {
        try (InputStream list = ListedReadsTest.class.getResourceAsStream(LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(it -> !it.startsWith("#"))
                    .toList();
        }
    }
}
