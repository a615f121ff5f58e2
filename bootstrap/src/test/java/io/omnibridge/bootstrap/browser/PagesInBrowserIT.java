package io.omnibridge.bootstrap.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages as people use them, with a real browser and without JavaScript. */
class PagesInBrowserIT {

    @RegisterExtension
    static final DevelopmentService SERVICE = new DevelopmentService();

    @RegisterExtension
    static final RealBrowser BROWSER = new RealBrowser();

    @Test
    void the_api_reference_is_shown() {
        Page page = BROWSER.page();

        page.navigate(SERVICE.url("/docs"));

        assertEquals(1, page.locator("h1").count());
    }
}
