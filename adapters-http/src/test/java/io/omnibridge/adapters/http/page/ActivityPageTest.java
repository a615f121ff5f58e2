package io.omnibridge.adapters.http.page;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.html.Texts;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestBrowser;
import io.omnibridge.domain.account.ReconnectCode;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.ActorKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.lease.LeaseEnd;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseFailure;
import io.omnibridge.domain.use.UseKind;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ActivityPageTest {

    @RegisterExtension
    static final TestApi API = TestApi.withPages();

    private final TestBrowser alice = new TestBrowser(API, "alice");

    private static void assertSays(String text, TestBrowser browser) {
        String page = browser.get(200, "/ui/activity?log=changes").body();
        assertTrue(page.contains(text), page);
    }

    @Test
    void uses_are_said_in_words_and_name_who_made_them() {
        API.linkReadable("google", "work");
        API.get("/api/google/work/gmail/v1/messages?q=x")
                .as("alice+data:read")
                .send()
                .is(200);

        String page = alice.get(200, "/ui/activity").body();

        assertTrue(page.contains("<h2>Uses of your data</h2>"), page);
        assertTrue(page.contains("Google (work)</bdi>"), page);
        assertTrue(page.contains("by you, with the application <bdi>notes-app</bdi>"), page);
    }

    @Test
    void changes_are_said_in_words_with_their_reference_number() {
        PageSteps.connect(alice);

        String page = alice.get(200, "/ui/activity?log=changes").body();

        assertTrue(page.contains("A connection to <bdi>Google</bdi> was begun."), page);
        assertTrue(page.contains("The browser came back from <bdi>Google</bdi>."), page);
        assertTrue(page.contains("The account <bdi>Google (110169484474386276334)</bdi> was connected."), page);
        assertTrue(page.contains("by your browser, coming from the provider"), page);
        assertTrue(page.contains("How to verify this"), page);
    }

    @Test
    void refusals_are_counted_below_the_changes() {
        alice.post(404, "/ui/accounts/google/1/disconnect");

        String refused = "<bdi>to disconnect an account</bdi> (<bdi>there is no such account</bdi>)";
        assertSays("Refused once: " + refused + ", on ", alice);
        assertSays("Einmal abgelehnt: ", alice.preferring("de"));

        alice.post(404, "/ui/accounts/google/1/disconnect");

        assertSays("<bdi>2</bdi>-mal abgelehnt: ", alice);
        assertSays("Refused <bdi>2</bdi> times: " + refused + ", last on ", alice.preferring("en"));
    }

    @Test
    void older_entries_are_on_further_pages() {
        for (int i = 0; i < 60; i++) {
            API.linkReadable("google", Integer.toString(i));
        }
        String first = alice.get(200, "/ui/activity?log=changes").body();
        assertTrue(first.contains("<bdi>Google (59)</bdi>"), first);
        assertFalse(first.contains("<bdi>Google (0)</bdi>"), first);
        assertTrue(first.contains("href=\"../ui/activity?log=changes&amp;before=35\""), first);

        String last = alice.get(200, "/ui/activity?log=changes&before=10").body();
        assertTrue(last.contains("<bdi>Google (0)</bdi>"), last);
        assertTrue(last.contains("Back to the beginning"), last);
        assertFalse(last.contains("Older entries"), last);
    }

    @Test
    void an_unknown_log_or_position_gets_a_page() {
        for (String query : new String[] {"log=x", "before=0", "before=x", "log=uses&log=uses", "x=y"}) {
            assertTrue(alice.get(400, "/ui/activity?" + query).body().contains("<h1>"));
        }
    }

    @Test
    void everything_that_can_happen_has_words_in_both_languages() {
        Map<String, Enum<?>[]> all = Map.ofEntries(
                Map.entry("change", AuditOutcome.values()),
                Map.entry("refusal", AuditOutcome.values()),
                Map.entry("refused", ActionKind.values()),
                Map.entry("actor", ActorKind.values()),
                Map.entry("failure", AttemptFailure.values()),
                Map.entry("reconnect", ReconnectCode.values()),
                Map.entry("lease.end", LeaseEnd.values()),
                Map.entry("source", Source.values()),
                Map.entry("use", UseKind.values()),
                Map.entry("use-failed", UseKind.values()),
                Map.entry("use-kind", UseKind.values()),
                Map.entry("use-failure", UseFailure.values()));
        all.forEach((prefix, constants) -> {
            for (Enum<?> constant : constants) {
                assertTrue(Texts.in(Locale.ENGLISH).has(Texts.key(prefix, constant)), prefix + constant);
            }
        });
    }
}
