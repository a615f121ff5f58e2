package io.omnibridge.adapters.providers.reads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.application.port.ReadMatch;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
