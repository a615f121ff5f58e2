package io.omnibridge.adapters.http.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.domain.audit.RequestId;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagePageTest {

    private static final PageContext ENGLISH = PageContext.of(Optional.empty(), "/ui/accounts");
    private static final List<Section> SECTIONS = List.of(Section.ACCOUNTS, Section.ACTIVITY);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private static MessagePage page(String text) {
        SignedInUser user = new SignedInUser(Optional.of(text), Optional.of(text), text, "t", SECTIONS);
        Frame frame =
                Frame.of(ENGLISH, text, Section.ACCOUNTS, user).continuingAt(URI.create("https://x.example/?a=b"));
        return MessagePage.of(frame, text)
                .withValue(text, text)
                .withNext(new Link(text, "/ui/accounts"))
                .withReference(text);
    }

    private static String html(HtmlPage page) {
        return new String(HtmlRenderer.toBytes(page), UTF_8);
    }

    private static List<String> tags(String html) {
        return TAG.matcher(html).results().map(MatchResult::group).toList();
    }

    @Tag("O10")
    @Test
    void a_page_has_what_people_and_screen_readers_need() {
        String html = html(MessagePage.of(Frame.open(ENGLISH, "A heading"), "A paragraph."));
        assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"), html);
        for (String part : List.of(
                "<meta charset=\"utf-8\">",
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
                "<title>A heading &middot; OmniBridge</title>",
                "<a class=\"skip\" href=\"#main\">Skip to content</a>",
                "<main id=\"main\" tabindex=\"-1\">\n<h1>A heading</h1>",
                "<p>A paragraph.</p>")) {
            assertTrue(html.contains(part), () -> part + " in " + html);
        }
    }

    @Tag("W9")
    @Test
    void a_page_loads_its_style_sheet_and_nothing_else() {
        String html = html(page("x")).toLowerCase(Locale.ROOT);
        for (String part : List.of("<script", "<img", "src=", "<style", " style=", "@import", " on", "http:")) {
            assertFalse(html.contains(part), part);
        }
        assertTrue(html.contains("<link rel=\"stylesheet\" href=\".." + StyleSheet.CURRENT.path() + "\">"), html);
        assertEquals(2, html.split("<link", -1).length);
    }

    @Tag("W8")
    @Property
    void text_is_never_read_as_html(@ForAll String text) {
        assertEquals(tags(html(page("x"))).size(), tags(html(page(text))).size());
    }

    @Tag("W8")
    @Test
    void markup_in_text_is_shown_as_text() {
        String text = "'\"><script>alert(1)</script>&amp;";
        String html = html(page(text));
        assertFalse(html.contains("<script"), html);
        assertTrue(html.contains("<h1>'\"&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;</h1>"), html);
        assertTrue(html.contains("Signed in as <bdi>'\"&gt;&lt;script&gt;"), html);
    }

    @Tag("W8")
    @Test
    void a_form_token_and_an_address_stay_within_their_attributes() {
        SignedInUser user = new SignedInUser(Optional.empty(), Optional.empty(), "u", "\"><b>", SECTIONS);
        Frame frame = Frame.of(ENGLISH, "x", Section.NONE, user).continuingAt(URI.create("https://x.example/?a='%22"));
        String html = html(MessagePage.of(frame, "y"));
        assertFalse(html.contains("<b>"), html);
        assertTrue(html.contains("content=\"0; url=https://x.example/?a="), html);
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void every_error_says_what_happened_and_has_a_reference_number(ProblemCode code) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            MessagePage page = ProblemPages.of(
                    code, PageContext.of(Optional.of(language.getLanguage()), "/x"), new RequestId("request-1"));
            assertFalse(page.frame().title().isEmpty());
            assertTrue(html(page).contains(".</p>"), page::toString);
            assertEquals(Optional.of("request-1"), page.reference());
        }
    }

    @Test
    void links_lead_from_any_address_to_the_root_of_the_service() {
        assertEquals("./ui/x", PageContext.of(Optional.empty(), "/").link("/ui/x"));
        assertEquals("./ui/x", PageContext.of(Optional.empty(), "/docs").link("/ui/x"));
        assertEquals("../../ui/x", PageContext.of(Optional.empty(), "/ui/a/b").link("/ui/x"));
        assertEquals(
                "../../ui/x", PageContext.of(Optional.empty(), "/ui/a%2Fb/").link("/ui/x"));
        assertEquals(
                "https://x.example/", PageContext.of(Optional.empty(), "/ui/a").link("https://x.example/"));
    }

    @Test
    void the_navigation_says_which_page_is_shown() {
        String html = html(page("x"));
        assertTrue(html.contains("<a href=\"../ui/accounts\" aria-current=\"page\">Accounts</a>"), html);
        assertTrue(html.contains("<a href=\"../ui/activity\">Activity</a>"), html);
    }
}
