package io.omnibridge.bootstrap.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A person at a browser window. */
final class Visitor {

    private final Page page;
    private final Deployment deployment;

    Visitor(Page page, Deployment deployment) {
        this.page = page;
        this.deployment = deployment;
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
        press("Connect it");
        page.waitForCondition(() -> buttons("Connect it").count() == 0);
        return this;
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
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        return this;
    }

    Visitor follow(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
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
