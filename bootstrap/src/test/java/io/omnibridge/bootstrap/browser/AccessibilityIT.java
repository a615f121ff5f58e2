package io.omnibridge.bootstrap.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every page passes axe's rules, on narrow and wide screens, light and dark, and can be used by keyboard alone. */
class AccessibilityIT {

    private static final int NARROW = 320;
    private static final int WIDE = 1280;
    private static final int HEIGHT = 800;

    /** The script of axe-core, and how it is run: with all rules, best practices included. */
    private static final String AXE = script();

    private static final String RUN = """
            () => axe.run({resultTypes: ['violations']}).then(found => found.violations.flatMap(rule =>
                rule.nodes.map(node => rule.id + ' at ' + node.target.join(' '))))
            """;

    /** Colours depend on the scheme alone, and everything else on the width alone. */
    private static final List<Screen> SCREENS =
            List.of(new Screen(NARROW, ColorScheme.DARK), new Screen(WIDE, ColorScheme.LIGHT));

    private record Screen(int width, ColorScheme scheme) {}

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
            "/ui/sign-out",
            "/ui/no-such-page",
            "/docs");

    /** Long pages of the template of {@code /docs}: their content is checked once, and not on each screen. */
    private static final List<String> LONG_PATHS = List.of("/docs/accounts", "/docs/schemas");

    @RegisterExtension
    static final RealBrowser BROWSER = new RealBrowser();

    @RegisterExtension
    static final DemoDeployment DEPLOYMENT = new DemoDeployment();

    private final Set<String> violations = new TreeSet<>();

    @Test
    void no_page_breaks_a_rule() {
        Page page = BROWSER.scriptable(NARROW, ColorScheme.LIGHT);
        Visitor alice = new Visitor(page, DEPLOYMENT);
        alice.open("/ui/sign-in");
        check(page);
        alice.signIn("alice").beginToConnect().press("Allow " + ACCOUNT).reach("**/ui/connected/*");
        check(page);
        alice.press("Connect it");
        check(page);
        for (String path : PATHS) {
            alice.open(path);
            check(page);
        }
        for (String path : LONG_PATHS) {
            alice.open(path);
            check(page, SCREENS.subList(0, 1));
        }
        alice.open("/ui/accounts").press("Sign out everywhere").reach("**/ui/signed-out**");
        check(page);

        assertEquals(Set.of(), violations);
    }

    @Test
    void a_page_that_breaks_rules_is_noticed() {
        Page page = BROWSER.scriptable(NARROW, ColorScheme.LIGHT);
        page.setContent("<p style='color: #999; background: #fff; width: 2000px'>pale and wide</p><img src='x'>");

        check(page);

        for (String rule : List.of("color-contrast", "image-alt", "html-has-lang", "wide on a screen of 320")) {
            assertTrue(violations.stream().anyMatch(found -> found.contains(rule)), rule + ": " + violations);
        }
    }

    /** Checks the page on each screen by axe's rules, and that nothing has to be scrolled sideways. */
    private void check(Page page) {
        check(page, SCREENS);
    }

    private void check(Page page, List<Screen> screens) {
        String path = URI.create(page.url()).getPath();
        page.evaluate(AXE);
        for (Screen screen : screens) {
            String at = path + ", " + screen.width() + ", " + screen.scheme() + ": ";
            page.setViewportSize(screen.width(), HEIGHT);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(screen.scheme()));
            ((List<?>) page.evaluate(RUN)).forEach(found -> violations.add(at + found));
            int needed = (Integer) page.evaluate("document.documentElement.scrollWidth");
            if (needed > screen.width()) {
                violations.add(path + ": is " + needed + " wide on a screen of " + screen.width());
            }
            picture(page, path, screen.width(), screen.scheme());
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
        Visitor bob = new Visitor(BROWSER.page(), DEPLOYMENT);
        bob.open("/ui/sign-in").pressByKeyboard("Sign in").pressByKeyboard("bob");

        bob.pressByKeyboard("Connect an account at OmniBridge demo (invented data)")
                .pressByKeyboard("Allow " + ACCOUNT)
                .pressByKeyboard("Connect it");

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

    private static String script() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
