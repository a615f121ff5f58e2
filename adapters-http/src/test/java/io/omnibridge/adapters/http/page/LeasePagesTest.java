package io.omnibridge.adapters.http.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestBrowser;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeasePagesTest {

    @RegisterExtension
    static final TestApi API = TestApi.withPages();

    private static final Pattern TOKEN = Pattern.compile("<code class=\"token\">([^<]+)</code>");
    private static final Pattern END = Pattern.compile("action=\"([^\"]+/end)\"");

    private final TestBrowser alice = new TestBrowser(API, "alice");

    private static String[] form(String... changed) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "label", "My agent",
                "kind", "search",
                "which_sources", "some",
                "source", "gmail",
                "which_accounts", "some",
                "account", "google/1",
                "lifetime", "PT1H",
                "max_uses", "5"));
        for (String change : changed) {
            String[] parts = change.split("=", 2);
            fields.put(parts[0], parts[1]);
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + TestBrowser.encoded(field.getValue()))
                .toArray(String[]::new);
    }

    private TestResponse make(int status, String... changed) {
        return alice.post(status, "/ui/leases/new", form(changed));
    }

    @Test
    void without_a_lease_the_page_says_so() {
        assertTrue(alice.get(200, "/ui/leases").body().contains("There is no lease"));
    }

    @Test
    void a_new_lease_shows_its_token_once() {
        API.linkReadable("google", "1");

        Matcher token = TOKEN.matcher(make(201).body());
        assertTrue(token.find());
        String page = alice.get(200, "/ui/leases").body();

        assertTrue(page.contains("<h2><bdi>My agent</bdi></h2>"), page);
        assertTrue(page.contains("<dd>Searching</dd>"), page);
        assertTrue(page.contains("<dd>Gmail</dd>"), page);
        assertTrue(page.contains("<li><bdi>Google (1)</bdi></li>"), page);
        assertTrue(page.contains("<dd>5</dd>"), page);
        assertFalse(page.contains(token.group(1)), page);
    }

    @Test
    void an_ended_lease_can_be_used_no_more() {
        API.linkReadable("google", "1");
        make(201);
        Matcher end = END.matcher(alice.get(200, "/ui/leases").body());
        assertTrue(end.find());

        String path = end.group(1).replace("../", "/");
        String page = alice.follow(path, alice.post(303, path)).body();

        assertTrue(page.contains("role=\"status\">The lease was ended."), page);
        assertTrue(page.contains("<p class=\"state\">Ended</p>"), page);
        assertFalse(END.matcher(page).find(), page);
        new TestBrowser(API, "bob").post(404, path);
    }

    @Test
    @Tag("W1")
    void a_sign_out_that_comes_while_a_lease_is_made_ends_it_and_shows_no_token() {
        API.linkReadable("google", "1");
        API.signOuts().signOut("alice", API.clock().instant());

        TestResponse signedOut = make(303);

        assertTrue(signedOut.header("location").endsWith("/ui/leases/new"), signedOut::toString);
        assertFalse(TOKEN.matcher(signedOut.body()).find());
        assertFalse(END.matcher(alice.get(200, "/ui/leases").body()).find());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "label= | Give the lease a name",
                "kind=canary | Choose at least one thing",
                "source=canary | Choose at least one source",
                "account=google/2 | Choose at least one of your accounts",
                "account=google | Choose at least one of your accounts",
                "account=/ | Choose at least one of your accounts",
                "lifetime=PT2H | Choose how long",
                "lifetime=P30D | Choose how long",
                "max_uses=0 | Enter a whole number of uses",
                "max_uses=100001 | Enter a whole number of uses",
                "max_uses=1e3 | Enter a whole number of uses"
            })
    void a_mistake_is_named_and_nothing_of_the_form_is_lost(String changed, String sentence) {
        API.linkReadable("google", "1");
        String page = make(422, changed).body();

        assertTrue(page.contains("role=\"alert\">" + sentence), page);
        assertTrue(changed.startsWith("label") || page.contains("value=\"My agent\""), page);
    }

    @Test
    void a_choice_of_some_that_names_none_is_a_mistake() {
        TestResponse page =
                alice.post(422, "/ui/leases/new", "label=x", "kind=api", "which_sources=all", "which_accounts=some");
        assertTrue(page.body().contains("Choose at least one of your accounts, or all of them."), page.body());
    }

    @Test
    void a_lease_of_everything_has_all_sources_and_the_accounts_of_now() {
        API.linkReadable("google", "1");
        API.linkReadable("notion", "2");
        make(201, "which_sources=all", "which_accounts=all");

        String page = alice.get(200, "/ui/leases").body();

        assertTrue(page.contains("<dd>All</dd>"), page);
        assertTrue(page.contains("<bdi>Google (1)</bdi>") && page.contains("<bdi>Notion (2)</bdi>"), page);
    }

    @Test
    void without_an_account_there_is_nothing_to_open() {
        assertTrue(make(422, "which_accounts=all").body().contains("You have no account that a lease could open."));
    }

    @Tag("W8")
    @Test
    void names_with_markup_are_shown_as_text() {
        API.linkReadable("google", "1");
        make(201, "label=<script>\"'");
        make(422, "label=<b>\"'", "max_uses=<i>\"'");

        String list = alice.get(200, "/ui/leases").body();
        String form = make(422, "label=<b>\"'", "max_uses=<i>\"'").body();

        assertTrue(list.contains("<h2><bdi>&lt;script&gt;"), list);
        assertFalse(list.contains("<script"), list);
        assertFalse(form.contains("<b>") || form.contains("<i>"), form);
    }

    @Test
    void a_hundred_leases_of_twenty_accounts_are_shown_page_by_page() {
        for (int i = 10; i < 30; i++) {
            API.linkReadable("google", "1".repeat(250) + i);
        }
        for (int i = 0; i < 100; i++) {
            make(201, "which_accounts=all", "label=<&>" + "\ud83d\ude00".repeat(90) + i);
        }
        int leases = 0;
        for (int from = 0; from < 100; from += 10) {
            String page = alice.get(200, "/ui/leases" + (from == 0 ? "" : "?from=" + from))
                    .body();
            leases += (int) END.matcher(page).results().count();
            assertTrue(page.getBytes(StandardCharsets.UTF_8).length < 100_000);
            assertEquals(from < 90, page.contains("Further leases</a>"), page);
        }
        assertEquals(100, leases);
        alice.get(200, "/ui/leases?from=9999");
        alice.get(400, "/ui/leases?from=0");
    }

    @Test
    void more_accounts_than_fit_on_the_page_are_on_further_pages() {
        for (int i = 10; i < 45; i++) {
            API.linkReadable("google", Integer.toString(i));
        }
        String page = alice.get(200, "/ui/leases/new").body();

        assertEquals(
                20,
                Pattern.compile("name=\"account\"")
                        .matcher(page)
                        .results()
                        .collect(Collectors.counting())
                        .intValue());
        assertTrue(page.contains("Further accounts</a>"), page);
        assertTrue(make(422, "which_accounts=all").body().contains("Choose at most 20."));
    }
}
