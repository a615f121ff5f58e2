package io.omnibridge.adapters.http.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The sign-in leads to no other place than a page of this service. */
class ReturnPathTest {

    private static final URI BASE = URI.create("https://bridge.example/ui/sign-in");

    private static final List<String> PIECES = List.of(
            "/ui/",
            "/",
            "//",
            "\\",
            "%2f",
            "%2F",
            "%5c",
            "%5C",
            "%2e",
            "%2E%2e",
            ".",
            "..",
            "@",
            ":",
            "?",
            "#",
            "&",
            "=",
            "\t",
            "\n",
            "\r",
            "%00",
            "%0a",
            "%0d%0aSet-Cookie:x=y",
            "%09",
            "%25",
            "%7f",
            "%",
            "%g",
            "ui",
            "evil.example",
            "https:",
            "javascript:",
            "accounts",
            ";",
            " ",
            "é",
            "\u2028",
            "\ud800",
            "%7C",
            "~",
            "http://",
            "*");

    @Provide
    Arbitrary<String> nasty() {
        return Arbitraries.of(PIECES)
                .list()
                .ofMaxSize(8)
                .map(pieces -> String.join("", pieces))
                .flatMap(text -> Arbitraries.of(text, "/ui/" + text, "/ui/accounts" + text));
    }

    @Property
    void nothing_leads_to_another_place(@ForAll("nasty") String to) {
        assertStays(ReturnPath.of(Optional.of(to)));
    }

    @Property
    void no_text_at_all_leads_to_another_place(@ForAll String to) {
        assertStays(ReturnPath.of(Optional.of("/ui/" + to)));
    }

    /** Reads the path as lenient browsers and proxies do. */
    private static void assertStays(URI page) {
        String text = page.toString();
        String decoded = URLDecoder.decode(text.split("\\?", 2)[0], StandardCharsets.UTF_8);
        URI resolved = BASE.resolve(page).normalize();
        assertEquals("bridge.example", resolved.getHost());
        assertTrue(resolved.getPath().startsWith("/ui/"), text);
        assertTrue(decoded.startsWith("/ui/"), text);
        assertFalse(decoded.contains("//") || decoded.contains("\\") || decoded.contains("/."), text);
        assertTrue(decoded.chars().noneMatch(Character::isISOControl), text);
        assertTrue(text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '#' && c != '\\'), text);
    }

    @Example
    void pages_are_accepted() {
        for (String page : List.of(
                "/ui/accounts",
                "/ui/accounts?page=2&provider=google",
                "/ui/connected/0123456789abcdef0123456789abcdef",
                "/ui/accounts/google/alice@example.com/disconnect",
                "/ui/accounts/auth0/a%7Cb.c~d:e+f=/disconnect")) {
            assertEquals(URI.create(page), ReturnPath.of(Optional.of(page)));
        }
    }

    @Example
    void anything_else_leads_to_the_first_page() {
        for (String other : List.of(
                "",
                "/",
                "/ui",
                "/ui/",
                "ui/accounts",
                "//evil.example",
                "/\\evil.example",
                "/ui//evil.example",
                "/ui/..",
                "/ui/../accounts",
                "/ui/%2e%2e/accounts",
                "/ui/.hidden",
                "https://bridge.example/ui/accounts",
                "/accounts",
                "/ui/accounts#x",
                "/ui/accounts?x=%0d%0a",
                "/ui/" + "a".repeat(2_000))) {
            assertEquals(ReturnPath.FIRST_PAGE, ReturnPath.of(Optional.of(other)), other);
        }
        assertEquals(ReturnPath.FIRST_PAGE, ReturnPath.of(Optional.empty()));
    }
}
