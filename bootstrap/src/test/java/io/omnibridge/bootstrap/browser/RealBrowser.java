package io.omnibridge.bootstrap.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives a test class one browser, and each test contexts of its own, with separate cookies. */
final class RealBrowser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    /** The build prints a line about it at its end. */
    private static final Path SKIPPED = Path.of("target/browser-tests-skipped");

    private static final double TIMEOUT_MILLIS = 60_000;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private @Nullable Chromium chromium;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!Chromium.isFound()) {
            if (Chromium.isRequired()) {
                throw new AssertionError("a browser is required: install Debian's chromium-headless-shell and nodejs");
            }
            note();
            Assumptions.abort("no browser was found");
        }
        chromium = Chromium.start();
    }

    /** Opens a window without JavaScript, of a person with an English browser. */
    Page page() {
        return page(options(1280, ColorScheme.LIGHT, "en").setJavaScriptEnabled(false));
    }

    /** Opens a window in which a test can run scripts of its own. */
    Page scriptable(int width, ColorScheme scheme) {
        return page(options(width, scheme, "en"));
    }

    /** Opens a window of a person who prefers a language. */
    Page page(String language) {
        return page(options(1280, ColorScheme.LIGHT, language).setJavaScriptEnabled(false));
    }

    private static Browser.NewContextOptions options(int width, ColorScheme scheme, String language) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setColorScheme(scheme)
                .setLocale(language);
    }

    private Page page(Browser.NewContextOptions options) {
        BrowserContext context = Objects.requireNonNull(chromium).browser().newContext(options);
        contexts.add(context);
        context.setDefaultTimeout(TIMEOUT_MILLIS);
        return context.newPage();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static void note() {
        try {
            Files.writeString(SKIPPED, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
