package io.omnibridge.bootstrap.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A browser process of this machine, driven by Playwright. Nothing is downloaded. For one thread. */
final class Chromium implements AutoCloseable {

    /** A path, or {@code required}: then a machine without a browser fails the tests. */
    private static final String SETTING = "OMNIBRIDGE_TEST_BROWSER";

    private static final String REQUIRED = "required";
    /** The shell has no windows, and takes less than half the processor time of a whole browser. */
    private static final List<String> NAMES = List.of(
            "chromium-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "msedge",
            "microsoft-edge");

    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final double START_MILLIS = 180_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Returns whether a machine without a browser fails the tests. */
    static boolean isRequired() {
        return REQUIRED.equals(System.getenv(SETTING));
    }

    /** Returns whether this machine has what a test needs. */
    static boolean isFound() {
        return executable().isPresent() && node().isPresent();
    }

    static Chromium start() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_NODEJS_PATH", node().orElseThrow().toString());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable().orElseThrow())
                        .setArgs(ARGUMENTS)
                        .setTimeout(START_MILLIS));
        return new Chromium(playwright, browser);
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> executable() {
        Optional<String> named = Optional.ofNullable(System.getenv(SETTING))
                .filter(value -> !value.isEmpty() && !value.equals(REQUIRED));
        return named.isPresent()
                ? named.map(Path::of).filter(Files::isExecutable)
                : NAMES.stream().flatMap(Chromium::onPath).findFirst();
    }

    private static Optional<Path> node() {
        return Stream.of("node", "nodejs").flatMap(Chromium::onPath).findFirst();
    }

    private static Stream<Path> onPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable);
    }
}
