package io.omnibridge.bootstrap.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages as people use them, in a real browser without JavaScript, on what compose.yaml describes and on {@code serve --dev}. */
class PagesInBrowserIT {

    private static final String ACCOUNT = "alice@demo.example";

    @RegisterExtension
    static final RealBrowser BROWSER = new RealBrowser();

    @RegisterExtension
    static final DemoDeployment DEPLOYMENT = new DemoDeployment();

    @RegisterExtension
    static final DevelopmentService DEVELOPMENT = new DevelopmentService();

    @Test
    void a_person_signs_in_connects_an_account_sees_it_and_disconnects_it() {
        Visitor alice = visitor().signIn("alice");
        alice.connect("alice.work@demo.example");

        assertEquals("The account is connected", alice.heading());
        alice.open("/ui/accounts");
        assertTrue(alice.text().contains("alice.work@demo.example"), alice.text());
        alice.follow("Activity").follow("Changes");
        assertTrue(alice.text().contains("was connected"), alice.text());
        alice.follow("Accounts").follow("Disconnect alice.work@demo.example").press("Disconnect");
        assertEquals("The account is disconnected", alice.heading());
        assertTrue(alice.text().contains("has revoked the permission"), alice.text());
        alice.open("/ui/accounts");
        assertFalse(alice.text().contains("alice.work@demo.example"), alice.text());
    }

    @Test
    @Tag("W7")
    void what_one_person_began_another_cannot_complete() {
        Visitor mallory = visitor().signIn("bob").beginToConnect();
        Visitor alice = visitor().signIn("alice");

        alice.page().navigate(mallory.page().url());
        alice.press("Allow " + ACCOUNT);

        assertEquals("This connection is not yours to confirm", alice.heading());
        mallory.page().navigate(alice.page().url());
        assertEquals(0, mallory.buttons("Connect it").count());
        mallory.open("/ui/accounts");
        assertFalse(mallory.text().contains(ACCOUNT), mallory.text());
    }

    @Test
    @Tag("W7")
    void a_confirmation_that_is_sent_again_after_a_disconnect_connects_nothing() {
        Visitor alice = visitor().signIn("alice").beginToConnect();
        alice.press("Allow " + ACCOUNT);
        String confirmation = alice.page().url();
        alice.press("Connect it");
        assertEquals("The account is connected", alice.heading());
        alice.open("/ui/accounts").follow("Disconnect " + ACCOUNT).press("Disconnect");

        alice.page().navigate(confirmation);

        assertEquals("The account is disconnected", alice.heading());
        assertEquals(0, alice.buttons("Connect it").count());
        alice.open("/ui/accounts");
        assertFalse(alice.text().contains(ACCOUNT), alice.text());
    }

    @Test
    @Tag("W1")
    @Tag("W6")
    void a_stolen_session_ends_when_its_owner_signs_out_everywhere() {
        Visitor bob = visitor().signIn("bob");
        Visitor thief = visitor();
        thief.page().context().addCookies(bob.page().context().cookies());
        thief.open("/ui/accounts");
        assertEquals("Your accounts", thief.heading());

        bob.press("Sign out everywhere");

        thief.open("/ui/accounts");
        assertEquals("Sign in", thief.heading());
        bob.open("/ui/accounts");
        assertEquals("Sign in", bob.heading());
    }

    @Test
    void a_lease_is_made_shown_once_and_ended() {
        Visitor alice = visitor().signIn("alice");
        alice.connect(ACCOUNT);
        alice.open("/ui/leases").follow("Make a lease");
        alice.page().getByLabel("Name").fill("My assistant");
        alice.choose("Everywhere that the accounts allow")
                .choose("With all accounts that are connected now (at most 20)");
        alice.press("Make the lease");

        assertEquals("The lease is made", alice.heading(), alice.text());
        String token = alice.page().locator("code").first().textContent();
        assertTrue(token.startsWith("obl_"), token);
        alice.open("/ui/leases");
        assertFalse(alice.text().contains("obl_"), alice.text());
        alice.press("End My assistant");
        assertTrue(alice.text().contains("was ended"), alice.text());
    }

    @Test
    void a_browser_that_prefers_german_gets_it() {
        Visitor gast = new Visitor(BROWSER.page("de-AT"), DEPLOYMENT);

        gast.open("/ui/sign-in");

        assertEquals("Anmelden", gast.heading());
        assertEquals("de", gast.page().locator("html").getAttribute("lang"));
    }

    /** What a person sees who has never seen OmniBridge: one command, then the address that it prints, and no configuration. */
    @Test
    void one_command_shows_connect_reconnect_and_disconnect() {
        String account = "alice.work@demo.example";
        Visitor alice = new Visitor(BROWSER.page(), DEVELOPMENT);
        alice.open("/").press("Sign in as alice").reach("**/ui/accounts");
        assertTrue(alice.text().contains("Notion demo (invented data)"), alice.text());

        alice.connect(account);
        assertEquals("The account is connected", alice.heading());
        alice.open("/ui/accounts").connect(account);
        assertEquals("The account is connected", alice.heading());
        alice.open("/ui/accounts").follow("Disconnect " + account).press("Disconnect");
        assertEquals("The account is disconnected", alice.heading());
        alice.open("/ui/activity?log=changes");
        assertTrue(alice.text().contains("revoked"), alice.text());
    }

    private static Visitor visitor() {
        return new Visitor(BROWSER.page(), DEPLOYMENT);
    }
}
