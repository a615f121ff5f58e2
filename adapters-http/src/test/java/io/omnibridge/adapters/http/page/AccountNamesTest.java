package io.omnibridge.adapters.http.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestBrowser;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages name an account by what its provider calls it, and by its id. */
@Tag("L2")
class AccountNamesTest {

    @RegisterExtension
    static final TestApi API = TestApi.withPages();

    private static final String NAMED = "<bdi>Google (alice@example.com, work)</bdi>";

    private final TestBrowser alice = new TestBrowser(API, "alice");

    private static void link(String account, String label) {
        API.link("""
                {"provider":"google","provider_account_id":"%s","access_token":"at-of-twenty-characters","label":"%s"}
                """.formatted(account, label)).send().is(201);
    }

    /** Reads from the account whose id the provider confirms. */
    private static void use() {
        API.get("/api/google/work/gmail/v1/messages?q=x")
                .as("alice+data:read")
                .send()
                .is(200);
    }

    private void makeLease() {
        alice.post(
                201,
                "/ui/leases/new",
                "label=x",
                "kind=api",
                "which_sources=all",
                "which_accounts=all",
                "lifetime=PT1H",
                "max_uses=5");
    }

    @Test
    void changes_uses_and_leases_name_the_label() {
        link("work", "alice@example.com");
        use();
        makeLease();

        String changes = alice.get(200, "/ui/activity?log=changes").body();
        assertTrue(changes.contains("The account " + NAMED + " was connected."), changes);
        String uses = alice.get(200, "/ui/activity").body();
        assertTrue(uses.contains("Google (alice@example.com, work)</bdi>"), uses);
        String leases = alice.get(200, "/ui/leases").body();
        assertTrue(leases.contains("<li>" + NAMED + "</li>"), leases);
    }

    @Test
    void an_account_that_is_gone_is_named_by_its_id() {
        link("1", "alice@example.com");
        alice.post(200, "/ui/accounts/google/1/disconnect");

        String page = alice.get(200, "/ui/activity?log=changes").body();

        assertTrue(page.contains("The account <bdi>Google (1)</bdi> was disconnected."), page);
        assertFalse(page.contains("alice@example.com, 1"), page);
    }

    @Test
    void a_label_that_is_the_id_is_named_once_and_a_long_one_is_cut_between_characters() {
        link("octocat", "octocat");
        link("2", "\ud83d\ude00".repeat(70));

        String page = alice.get(200, "/ui/activity?log=changes").body();

        assertTrue(page.contains("<bdi>Google (octocat)</bdi>"), page);
        assertTrue(page.contains("<bdi>Google (" + "\ud83d\ude00".repeat(64) + "…, 2)</bdi>"), page);
    }

    @Test
    @Tag("W8")
    void a_label_with_markup_is_text() {
        link("1", "<script>alert(1)</script>");

        String page = alice.get(200, "/ui/activity?log=changes").body();

        assertTrue(page.contains("Google (&lt;script&gt;alert(1)&lt;/script&gt;, 1)"), page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ui/activity", "/ui/activity?log=changes", "/ui/leases"})
    void the_labels_cost_as_many_reads_for_many_accounts_as_for_one(String target) {
        link("work", "one");
        use();
        makeLease();
        int ofOne = calls(target);
        for (int i = 2; i < 15; i++) {
            link(Integer.toString(i), "label " + i);
            use();
        }
        makeLease();

        assertEquals(ofOne, calls(target));
    }

    private int calls(String target) {
        AtomicInteger calls = new AtomicInteger();
        API.store().beforeEveryCall(calls::incrementAndGet);
        alice.get(200, target);
        API.store().beforeEveryCall(() -> {});
        return calls.get();
    }
}
