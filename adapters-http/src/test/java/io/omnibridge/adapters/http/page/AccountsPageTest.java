package io.omnibridge.adapters.http.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestBrowser;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccountsPageTest {

    @RegisterExtension
    static final TestApi API = TestApi.withPages();

    private static final Pattern NEXT = Pattern.compile("<a rel=\"next\" href=\"([^\"]+)\">");
    private static final Pattern ID = Pattern.compile("<code><bdi>([^<]+)</bdi></code>");

    private final TestBrowser alice = new TestBrowser(API, "alice");

    private static void link(String provider, String account, String more) {
        API.link("""
                {"provider":"%s","provider_account_id":"%s","access_token":"canary-token"%s}
                """.formatted(provider, account, more)).send().is(201);
    }

    private static Optional<String> next(TestResponse page) {
        Matcher next = NEXT.matcher(page.body());
        return next.find()
                ? Optional.of(URI.create("/ui/accounts")
                        .resolve(next.group(1).replace("&amp;", "&"))
                        .toString())
                : Optional.empty();
    }

    @Test
    void without_an_account_the_page_says_what_to_do() {
        TestResponse page = alice.get(200, "/ui/accounts");

        assertTrue(page.body().contains("No account is connected yet. Choose a provider below"), page.body());
        assertTrue(page.body().contains("Connect an account at <bdi>Google</bdi></button>"), page.body());
        assertTrue(page.body().contains("<p><bdi>Answers about \"mail\"</bdi></p>"), page.body());
        assertTrue(page.body().contains("Sign out everywhere"), page.body());
    }

    @Test
    void an_account_says_what_it_is_and_what_it_may_be_used_for() {
        link("google", "1", ",\"label\":\"alice@example.com\",\"scopes\":[\"email\",\"files.read\"]");

        String page = alice.get(200, "/ui/accounts").body();

        for (String part : Set.of(
                "<h2><bdi>Google</bdi></h2>",
                "<h3><bdi>alice@example.com</bdi></h3>",
                "<p class=\"state\">Connected</p>",
                "<li><bdi>See your e-mail address</bdi></li>",
                "<li><bdi>files.read</bdi></li>",
                "href=\"../ui/accounts/google/1/disconnect\"")) {
            assertTrue(page.contains(part), () -> part + " in " + page);
        }
        assertFalse(page.contains("canary"), page);
        assertFalse(page.contains("Reconnect"), page);
    }

    @Test
    void an_account_that_needs_a_new_consent_says_why_and_since_when() {
        link("google", "1", ",\"expires_in\":1");
        API.clock().advance(java.time.Duration.ofHours(1));

        String page = alice.get(200, "/ui/accounts").body();

        assertTrue(page.contains("Needs a new consent since <time datetime=\"20"), page);
        assertTrue(page.contains("The access expired, and the provider gave no means to renew it."), page);
        assertTrue(page.contains("Reconnect <bdi>1</bdi></button>"), page);
    }

    @Tag("W8")
    @Test
    void a_label_with_markup_or_another_direction_changes_nothing_around_it() {
        link("google", "1", ",\"label\":\"<script>alert(1)</script>\"");
        link("google", "2", ",\"label\":\"\\\"><img src=x onerror=alert(1)> \u05d0\u05d1\u05d2\"");

        String page = alice.get(200, "/ui/accounts").body();

        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("<img"), page);
        assertTrue(page.contains("<h3><bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi></h3>"), page);
        assertTrue(page.contains("&gt; \u05d0\u05d1\u05d2</bdi></h3>"), page);
    }

    @Test
    void a_thousand_accounts_are_shown_page_by_page() {
        for (int i = 0; i < 1_000; i++) {
            link(i % 2 == 0 ? "google" : "notion", Integer.toString(i), "");
        }
        Set<String> ids = new HashSet<>();
        int pages = 0;
        Optional<String> target = Optional.of("/ui/accounts");
        while (target.isPresent()) {
            TestResponse page = alice.get(200, target.get());
            ID.matcher(page.body()).results().forEach(id -> assertTrue(ids.add(id.group(1))));
            pages++;
            assertEquals(pages > 1, page.body().contains("Back to the beginning"));
            target = next(page);
        }
        assertEquals(1_000, ids.size());
        assertEquals(50, pages);
    }

    @Test
    void no_page_is_larger_than_a_hundred_kilobytes() {
        String label = "&'\"<>\ud83d\ude00".repeat(42);
        String scopes =
                ",\"scopes\":[\"" + "x".repeat(240) + "0" + String.join("\",\"" + "x".repeat(240), numbers()) + "\"]";
        for (int i = 0; i < 21; i++) {
            link("google", "1".repeat(200) + i, ",\"label\":\"" + label.replace("\"", "\\\"") + "\"" + scopes);
        }
        TestResponse page = alice.get(200, "/ui/accounts");

        int size = page.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        assertTrue(size < 100_000, () -> "the page has " + size + " bytes");
    }

    private static String[] numbers() {
        String[] numbers = new String[33];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.toString(i);
        }
        return numbers;
    }

    @Test
    void the_page_asks_the_store_once() {
        link("google", "1", "");
        AtomicInteger reads = new AtomicInteger();
        API.store().beforeEveryCall(reads::incrementAndGet);

        alice.get(200, "/ui/accounts");

        assertEquals(1, reads.get());
    }

    @Test
    void a_user_sees_no_account_of_another_one() {
        link("google", "1", ",\"label\":\"of-alice\"");

        assertFalse(new TestBrowser(API, "bob").get(200, "/ui/accounts").body().contains("of-alice"));
        new TestBrowser(API, "bob").get(404, "/ui/accounts/google/1/disconnect");
        new TestBrowser(API, "bob").post(404, "/ui/accounts/google/1/disconnect");
        assertEquals(1, API.store().accounts().size());
    }

    @Test
    void a_malformed_request_gets_a_page_with_a_way_out() {
        TestResponse page = alice.get(400, "/ui/accounts?cursor=x");

        assertTrue(page.body().contains("<h1>This request could not be understood</h1>"), page.body());
        assertTrue(page.body().contains("href=\"../ui/accounts\""), page.body());
        assertTrue(page.body().contains("Reference number: <code>" + page.header("x-request-id")), page.body());
    }

    @Test
    void the_page_is_in_german_for_those_who_read_it() {
        link("google", "1", "");
        String page = alice.preferring("de").get(200, "/ui/accounts").body();

        assertTrue(page.contains("<html lang=\"de\">"), page);
        assertTrue(page.contains("<h1>Ihre Konten</h1>"), page);
        assertTrue(page.contains("<bdi>1</bdi> trennen</a>"), page);
    }
}
