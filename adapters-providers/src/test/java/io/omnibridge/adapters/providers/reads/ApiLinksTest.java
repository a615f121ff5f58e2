package io.omnibridge.adapters.providers.reads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.application.port.ReadMatch;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("F6")
class ApiLinksTest {

    private static ApiLinks links(String provider, String path) {
        return new ApiLinks((MatchedRead) ((ReadMatch.Found) BuiltInReads.get(provider, path, "")).read());
    }

    @Test
    void a_link_below_the_api_leads_through_this_service() {
        assertEquals(
                Optional.of("/api/github/1/repositories/5/issues?page=2&state=all"),
                links("github", "/repos/o/r/issues")
                        .rewrite("https://api.github.com/repositories/5/issues?page=2&state=all"));
        assertEquals(
                Optional.of("/api/microsoft/1/v1.0/me/messages?%24skiptoken=a%2Fb"),
                links("microsoft", "/v1.0/me/messages")
                        .rewrite("https://graph.microsoft.com/v1.0/me/messages?$skiptoken=a%2Fb"));
    }

    @ParameterizedTest
    @CsvSource({
        "github, /users/u/repos, https://api.github.com/user/5/repos?page=2",
        "github, /orgs/o/repos, https://api.github.com/organizations/5/repos?page=2",
        "github, /orgs/o/members, https://api.github.com/organizations/5/members?page=2",
        "github, /orgs/o/issues, https://api.github.com/organizations/5/issues?page=2",
        "github, /repos/o/r/issues, https://api.github.com/repositories/5/issues?page=2",
        "microsoft, /v1.0/me/messages, https://graph.microsoft.com/v1.0/me/messages?%24skipToken=x"
    })
    void the_next_page_of_a_listed_read_can_be_read(String provider, String path, String link) {
        assertEquals(link, followed(provider, links(provider, path).rewrite(link)));
    }

    /** Returns what is sent to the provider when a client follows a link. */
    private static String followed(String provider, Optional<String> link) {
        String[] parts = link.orElseThrow()
                .substring(("/api/" + provider + "/1").length())
                .split("\\?", 2);
        return BuiltInReads.url(provider, parts[0], parts[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it''s", "''", "a''''b", "plan"})
    void a_quote_in_the_argument_of_a_function_arrives_as_it_was_linked(String argument) {
        String link = "https://graph.microsoft.com/v1.0/me/drive/root/search(q='" + argument + "')?$skiptoken=x";

        assertEquals(
                "https://graph.microsoft.com/v1.0/me/drive/root/search(q='" + argument.replace("'", "%27")
                        + "')?%24skiptoken=x",
                followed(
                        "microsoft",
                        links("microsoft", "/v1.0/me/drive/root/search(q='a')").rewrite(link)));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "github, https://api.github.com/repos/o/r/hooks?page=2",
                "github, https://api.github.com/repos/o/r/issues?secret=2",
                "github, https://api.github.com/graphql",
                "microsoft, https://graph.microsoft.com/v1.0/me/messages/delta?$skiptoken=x",
                "microsoft, https://graph.microsoft.com/v1.0/me/messages?$apply=x",
                "microsoft, https://graph.microsoft.com/v1.0/me/drive/root/search(q='it's')"
            })
    void a_link_to_no_listed_read_is_dropped(String provider, String link) {
        String path = provider.equals("github") ? "/repos/o/r" : "/v1.0/me/messages";
        assertEquals(Optional.empty(), links(provider, path).rewrite(link));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/v1.0/me/messages",
                "http://graph.microsoft.com/v1.0/me/messages",
                "https://graph.microsoft.com:444/v1.0/me/messages",
                "https://graph.microsoft.com@evil.example/v1.0/me",
                "https://user@graph.microsoft.com/v1.0/me",
                "https://graph.microsoft.com/beta/me/messages",
                "https://graph.microsoft.com/v1.0",
                "https://graph.microsoft.com/v1.01/me",
                "https://graph.microsoft.com/v1.0/../beta/me",
                "https://graph.microsoft.com/v1.0/%2e%2e/me",
                "https://graph.microsoft.com/v1.0/me?access_token=x",
                "javascript:alert(1)",
                "//evil.example/v1.0/me",
                "not a link"
            })
    void a_link_that_leads_elsewhere_is_dropped(String link) {
        assertEquals(Optional.empty(), links("microsoft", "/v1.0/me/messages").rewrite(link));
    }
}
