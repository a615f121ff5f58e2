package io.omnibridge.adapters.http.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestBrowser;
import io.omnibridge.adapters.http.testing.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors that the server detects before a route runs are pages too, where pages are. */
class EarlyErrorPagesTest {

    @RegisterExtension
    static final TestApi API = TestApi.withPages();

    private static void assertPage(String heading, TestResponse page) {
        assertEquals("text/html;charset=utf-8", page.header("content-type"));
        assertEquals("same-origin", page.header("referrer-policy"));
        assertTrue(page.header("content-security-policy").startsWith("default-src 'none'"), page::toString);
        assertTrue(page.body().contains("<h1>" + heading + "</h1>"), page.body());
        assertTrue(page.body().contains("/ui/accounts\""), page.body());
        assertTrue(page.body().contains("Reference number: <code>" + page.header("x-request-id")), page.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ui/%2Faccounts", "/ui/accounts/%2e%2e/x"})
    void an_ambiguous_address_gets_a_page(String target) {
        assertPage(
                "This request could not be understood", API.get(target).send().is(400));
    }

    @Test
    void a_form_that_is_too_large_gets_a_page() {
        TestBrowser alice = new TestBrowser(API, "alice");

        assertPage("This form is too large", alice.post(413, "/ui/leases/new", "label=" + "x".repeat(2_000_000)));
    }

    @Test
    void programs_get_a_problem_document_as_before() {
        API.get("/accounts/%2F").send().isProblem(400, "invalid_request");
    }
}
