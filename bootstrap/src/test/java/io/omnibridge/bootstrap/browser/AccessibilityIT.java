package io.omnibridge.bootstrap.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page passes axe's rules, on narrow and wide screens, light and dark, and can be used by keyboard alone. */
class AccessibilityIT {

    private static final String ACCOUNT = "alice.work@demo.example";

    /** A directory for pictures of the pages; without it none are made. */
    private static final String SCREENSHOTS = System.getProperty("omnibridge.screenshots", "");

    private static final List<String> PATHS = List.of(
            "/ui/accounts",
            "/ui/activity",
            "/ui/activity?log=changes",
            "/ui/leases",
            "/ui/leases/new",
            "/ui/accounts/demo/alice.work/disconnect",
            "/ui/connected/0123456789abcdef0123456789abcdef",
            "/ui/no-such-page",
            "/docs",
            "/docs/accounts",
            "/docs/schemas");

    @RegisterExtension
    static final RealBrowser BROWSER = new RealBrowser();

    @RegisterExtension
    static final DemoDeployment DEPLOYMENT = new DemoDeployment();

    private final Set<String> violations = new TreeSet<>();

    @ParameterizedTest
    @CsvSource({"320, LIGHT", "320, DARK", "1280, LIGHT", "1280, DARK"})
    void no_page_breaks_a_rule(int width, ColorScheme scheme) {
        Page page = BROWSER.page(width, scheme, "en");
        Visitor alice = new Visitor(page, DEPLOYMENT);
        alice.open("/ui/sign-in");
        check(page, width);
        alice.signIn("alice").beginToConnect().press("Allow " + ACCOUNT);
        check(page, width);
        alice.press("Connect it");
        check(page, width);
        for (String path : PATHS) {
            alice.open(path);
            check(page, width);
            picture(page, path, width, scheme);
        }
        alice.press("Sign out everywhere");
        check(page, width);

        assertEquals(Set.of(), violations);
    }

    private void check(Page page, int width) {
        String path = URI.create(page.url()).getPath();
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(rule -> rule.getNodes()
                        .forEach(node -> violations.add(path + ": " + rule.getId() + " at " + node.getTarget())));
        int needed = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (needed > width) {
            violations.add(path + ": is " + needed + " wide on a screen of " + width);
        }
    }

    private static void picture(Page page, String path, int width, ColorScheme scheme) {
        if (!SCREENSHOTS.isEmpty()) {
            String name = path.replaceAll("[^a-z]+", "-").replaceFirst("^-", "") + "-" + width + "-"
                    + scheme.name().toLowerCase(Locale.ROOT) + ".png";
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(SCREENSHOTS, name)));
        }
    }

    @Test
    void an_account_is_connected_by_keyboard_alone() {
        Page page = BROWSER.page();
        Visitor bob = new Visitor(page, DEPLOYMENT);
        bob.open("/ui/sign-in");
        pressByKeyboard(page, "Sign in");
        pressByKeyboard(page, "bob");
        page.waitForURL("**/ui/accounts");

        pressByKeyboard(page, "Connect an account at OmniBridge demo (invented data)");
        page.waitForURL("**/oauth/authorize?**");
        pressByKeyboard(page, "Allow " + ACCOUNT);
        page.waitForURL("**/ui/connected/**");
        pressByKeyboard(page, "Connect it");

        assertEquals("The account is connected", bob.heading());
    }

    @Test
    void the_first_stop_of_the_keyboard_skips_the_navigation() {
        Page page = BROWSER.page();
        new Visitor(page, DEPLOYMENT).open("/ui/sign-in");

        page.keyboard().press("Tab");
        assertEquals("Skip to content", page.locator(":focus").textContent());
        page.keyboard().press("Enter");
        page.waitForURL("**/ui/sign-in#main");

        assertEquals("main", page.locator("main").getAttribute("id"));
    }

    /** Moves the focus until it is on the button, and presses it. */
    private static void pressByKeyboard(Page page, String name) {
        for (int stop = 0; stop < 60; stop++) {
            page.keyboard().press("Tab");
            if (page.locator(":focus").count() == 1
                    && page.locator(":focus").innerText().strip().equals(name)) {
                page.keyboard().press("Enter");
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + name);
    }
}
