package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.htmlunit.FormEncodingType;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.http.Cookie;

/** A person with a browser of their own that runs no script. It follows links and sends forms. */
final class PagesPerson implements AutoCloseable {

    private final WebClient browser = new WebClient();
    private final String base;

    /** @param base the address of the service, without a slash at its end */
    PagesPerson(String base) {
        this.base = base;
        browser.getOptions().setJavaScriptEnabled(false);
        browser.getOptions().setCssEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
        // HtmlUnit writes the address of a refresh in lower case.
        browser.setRefreshHandler((page, address, seconds) -> {});
    }

    /** Signs in at the demo issuer, and returns the page of the accounts. */
    HtmlPage signIn(String name) {
        open("/ui/accounts");
        press("Sign in");
        return press(name);
    }

    HtmlPage open(String path) {
        return load(new WebRequest(url(path)));
    }

    private java.net.URL url(String path) {
        try {
            return URI.create(path.startsWith("http") ? path : base + path).toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the page that is open. */
    HtmlPage page() {
        Page page = browser.getCurrentWindow().getEnclosedPage();
        assertTrue(page.isHtmlPage(), () -> page.getWebResponse().getContentAsString());
        return (HtmlPage) page;
    }

    /**
     * Presses the first button or follows the first link whose text begins with {@code text}. A page that sends the browser on is followed by
     * its link.
     */
    HtmlPage press(String text) {
        click(find(text));
        continuation().ifPresent(PagesPerson::click);
        return page();
    }

    /** Presses a button whose page would send the browser to a provider, and returns that address instead of going there. */
    String pressAndStay(String text) {
        click(find(text));
        return continuation().orElseThrow().getHrefAttribute();
    }

    private HtmlElement find(String text) {
        return Stream.concat(
                        page().getBody().getElementsByTagName("button").stream(),
                        page().getBody().getElementsByTagName("a").stream())
                .filter(it -> it.getTextContent().strip().startsWith(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not on " + page().asNormalizedText()));
    }

    private Optional<HtmlAnchor> continuation() {
        return Optional.<HtmlElement>ofNullable(page().getFirstByXPath("//meta[@http-equiv='refresh']"))
                .map(it -> page().getFirstByXPath("//main//a"));
    }

    private static void click(HtmlElement element) {
        try {
            element.click();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a form as another site would. */
    HtmlPage forge(String path, String body, String origin) {
        WebRequest request = new WebRequest(url(path), HttpMethod.POST);
        request.setEncodingType(FormEncodingType.URL_ENCODED);
        request.setRequestBody(body);
        request.setCharset(StandardCharsets.UTF_8);
        request.setAdditionalHeader("Origin", origin);
        request.setAdditionalHeader("Sec-Fetch-Site", "cross-site");
        return load(request);
    }

    private HtmlPage load(WebRequest request) {
        try {
            browser.getPage(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page();
    }

    /** Prefers a language from now on. */
    void prefer(String language) {
        browser.removeRequestHeader("Accept-Language");
        browser.addRequestHeader("Accept-Language", language);
    }

    Set<Cookie> cookies() {
        return Set.copyOf(browser.getCookieManager().getCookies());
    }

    void take(Set<Cookie> cookies) {
        cookies.forEach(browser.getCookieManager()::addCookie);
    }

    /** Asserts the heading of the page that is open. */
    void sees(String heading) {
        assertEquals(heading, page().getElementsByTagName("h1").get(0).getTextContent(), page()::asNormalizedText);
    }

    /** Asserts that the page that is open has {@code text}. */
    void reads(String text) {
        assertTrue(page().asNormalizedText().contains(text), page()::asNormalizedText);
    }

    @Override
    public void close() {
        browser.close();
    }
}
