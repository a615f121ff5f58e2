package io.omnibridge.bootstrap.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A person at a browser window, who waits for the next page after each button and link. */
final class Visitor {

    private static final int MAX_STOPS = 60;

    private final Page page;
    private final Deployment deployment;
    private int loaded;

    Visitor(Page page, Deployment deployment) {
        this.page = page;
        this.deployment = deployment;
        page.onLoad(any -> loaded++);
    }

    Page page() {
        return page;
    }

    Visitor open(String path) {
        page.navigate(deployment.url(path));
        return this;
    }

    /** Signs in at the demo issuer as one of its people. */
    Visitor signIn(String person) {
        open("/");
        press("Sign in");
        return press(person).reach("**/ui/accounts");
    }

    /** Begins to connect an account at the demo provider, and stops at its consent page. */
    Visitor beginToConnect() {
        press("Connect an account at OmniBridge demo (invented data)");
        return reach("**/oauth/authorize?**");
    }

    /** Connects an account of the demo, from the page of accounts. */
    Visitor connect(String account) {
        beginToConnect();
        press("Allow " + account).reach("**/ui/connected/*");
        return press("Connect it");
    }

    /** Waits until the browser is at an address that fits {@code pattern}. */
    Visitor reach(String pattern) {
        page.waitForURL(pattern);
        return this;
    }

    Visitor choose(String label) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
        return this;
    }

    Visitor press(String name) {
        return load(buttons(name)::click);
    }

    /** Moves the focus until it is on the button, and presses it. */
    Visitor pressByKeyboard(String name) {
        buttons(name).waitFor();
        page.waitForLoadState();
        Locator focused = page.locator(":focus");
        for (int stop = 0; stop < MAX_STOPS; stop++) {
            page.keyboard().press("Tab");
            if (focused.count() == 1 && focused.innerText().strip().equals(name)) {
                return load(() -> page.keyboard().press("Enter"));
            }
        }
        throw new AssertionError("the keyboard does not reach " + name);
    }

    Visitor follow(String name) {
        return load(page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))::click);
    }

    /** Does what leads to another page, and waits until that page is loaded: until then the browser shows the page before it. */
    private Visitor load(Runnable action) {
        int before = loaded;
        action.run();
        page.waitForCondition(() -> loaded > before);
        return this;
    }

    String heading() {
        return page.locator("h1").textContent();
    }

    String text() {
        return page.locator("main").innerText();
    }

    Locator buttons(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
