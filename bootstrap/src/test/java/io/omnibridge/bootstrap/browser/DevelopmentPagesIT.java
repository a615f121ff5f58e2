package io.omnibridge.bootstrap.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person sees who has never seen OmniBridge: one command, then the address that it prints, and no configuration. */
class DevelopmentPagesIT {

    private static final String ACCOUNT = "alice.work@demo.example";

    @RegisterExtension
    static final RealBrowser BROWSER = new RealBrowser();

    @RegisterExtension
    static final DevelopmentService SERVICE = new DevelopmentService();

    @Test
    void one_command_shows_connect_reconnect_and_disconnect() {
        Visitor alice = new Visitor(BROWSER.page(), SERVICE);
        alice.open("/").press("Sign in as alice").reach("**/ui/accounts");
        assertTrue(alice.text().contains("Notion demo (invented data)"), alice.text());

        alice.connect(ACCOUNT);
        assertEquals("The account is connected", alice.heading());
        alice.open("/ui/accounts").connect(ACCOUNT);
        assertEquals("The account is connected", alice.heading());
        alice.open("/ui/accounts").follow("Disconnect " + ACCOUNT).press("Disconnect");
        assertEquals("The account is disconnected", alice.heading());
        alice.open("/ui/activity?log=changes");
        assertTrue(alice.text().contains("revoked"), alice.text());
    }
}
