package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlCheckBoxInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlRadioButtonInput;
import org.htmlunit.html.HtmlTextInput;
import org.htmlunit.http.Cookie;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People at the pages of the packaged program, with browsers that run no script. */
class PagesIT {

    private static final String CONNECT = "Connect an account at OmniBridge demo";
    private static final String FOREIGN = "This connection is not yours to confirm";

    private static final PagesService SERVICE = PagesService.start();

    private final PagesPerson alice = SERVICE.person();
    private final PagesPerson bob = SERVICE.person();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @AfterEach
    void closeBrowsers() {
        for (PagesPerson person : List.of(alice, bob)) {
            person.close();
        }
    }

    private static List<String> accounts(PagesPerson person) {
        return person.open("/ui/accounts").getByXPath("//li[@class='card'][dl]/h3").stream()
                .map(heading -> ((org.htmlunit.html.HtmlElement) heading).getTextContent())
                .toList();
    }

    private static void disconnect(PagesPerson person, String label) {
        person.open("/ui/accounts");
        person.press("Disconnect " + label);
        person.press("Disconnect");
    }

    @Tag("W7")
    @Test
    void a_person_connects_sees_reconnects_and_disconnects_an_account() {
        alice.signIn("alice").asNormalizedText();
        alice.sees("Your accounts");

        alice.press(CONNECT);
        alice.press("Allow alice@demo.example");
        alice.sees("Connect this account?");
        alice.reads("will be connected to alice");
        alice.press("Connect it");
        alice.sees("The account is connected");
        alice.reads("alice@demo.example at OmniBridge demo (invented data) is connected.");

        alice.press("Go to your accounts");
        alice.reads("Connected since");
        alice.press(CONNECT);
        alice.press("Allow alice@demo.example");
        alice.press("Connect it");
        alice.sees("The account is connected");
        assertEquals(List.of("alice@demo.example"), accounts(alice));

        alice.press("Activity");
        alice.press("Changes");
        alice.reads("was connected again.");
        alice.reads("by you, with the application omnibridge-demo");

        disconnect(alice, "alice@demo.example");
        alice.sees("The account is disconnected");
        alice.reads("OmniBridge demo (invented data) has revoked the permission.");
        assertEquals(List.of(), accounts(alice));
    }

    @Test
    void a_person_who_denies_is_told_so_and_can_begin_again() {
        alice.signIn("alice");
        alice.press(CONNECT);
        alice.press("Deny");

        alice.sees("The account was not connected");
        alice.reads("The permission was not granted at the provider.");
        alice.press("Go to your accounts");
        alice.sees("Your accounts");
    }

    @Tag("W7")
    @Test
    void a_consent_to_the_attempt_of_another_user_connects_nothing() {
        bob.signIn("bob");
        String authorization = bob.pressAndStay(CONNECT);
        alice.signIn("alice");

        alice.open(authorization);
        alice.press("Allow alice@demo.example");

        alice.sees(FOREIGN);
        String page = alice.page().getUrl().getPath();
        bob.open(page);
        bob.sees(FOREIGN);
        assertFalse(accounts(bob).contains("alice@demo.example"));
        assertEquals(List.of(), accounts(alice));
    }

    @Tag("W7")
    @Test
    void a_form_of_another_site_changes_nothing() {
        alice.signIn("alice");

        HtmlPage refused = alice.forge("/ui/connect", "provider=demo", "https://evil.example");

        assertEquals(403, refused.getWebResponse().getStatusCode());
        alice.sees("This form was not accepted");
    }

    @Tag("W7")
    @Test
    void a_replayed_confirmation_connects_nothing_after_a_disconnect() {
        alice.signIn("alice");
        alice.press(CONNECT);
        alice.press("Allow alice.work@demo.example");
        HtmlPage confirmation = alice.page();
        Set<Cookie> cookies = alice.cookies();
        alice.press("Connect it");
        disconnect(alice, "alice.work@demo.example");

        alice.take(cookies);
        alice.open(confirmation.getUrl().getPath());
        alice.sees("The account is disconnected");
        try (PagesPerson copy = SERVICE.person()) {
            copy.take(cookies);
            copy.open(confirmation.getUrl().getPath());
            copy.sees("The account is disconnected");
        }
        assertEquals(List.of(), accounts(alice));
    }

    @Test
    void a_stolen_session_ends_with_the_sign_out() {
        alice.signIn("alice");
        try (PagesPerson thief = SERVICE.person()) {
            thief.take(alice.cookies());
            thief.open("/ui/accounts");
            thief.sees("Your accounts");

            alice.press("Sign out everywhere");

            thief.open("/ui/accounts");
            thief.sees("Sign in");
            alice.open("/ui/activity");
            alice.sees("Sign in");
        }
    }

    @Test
    void a_lease_opens_data_until_it_is_ended() {
        alice.signIn("alice");
        alice.press(CONNECT);
        alice.press("Allow alice@demo.example");
        alice.press("Connect it");
        alice.open("/ui/leases");
        alice.press("Make a lease");
        HtmlPage form = alice.page();
        ((HtmlTextInput) form.getElementById("label")).setValue("My agent");
        form.<HtmlCheckBoxInput>getFirstByXPath("//input[@name='account']").setChecked(true);
        ((HtmlRadioButtonInput) form.getElementsByName("which_sources").get(0)).setChecked(true);
        alice.press("Make the lease");
        alice.sees("The lease is made");
        String token = alice.page()
                .<org.htmlunit.html.HtmlElement>getFirstByXPath("//code[@class='token']")
                .getTextContent();

        assertEquals(200, SERVICE.statusOfSources(token));
        alice.press("I have copied it");
        alice.reads("My agent");
        assertFalse(alice.page().asXml().contains(token));
        alice.press("End My agent");
        alice.reads("The lease was ended.");
        assertEquals(401, SERVICE.statusOfSources(token));
        disconnect(alice, "alice@demo.example");
    }

    @Tag("W8")
    @Tag("W9")
    @Test
    void a_hundred_accounts_with_any_names_are_shown_page_by_page() {
        SERVICE.link(
                "bob",
                IntStream.range(0, 100).mapToObj(i -> """
                                {"provider":"demo","provider_account_id":"%d","access_token":"token-of-account-%d",
                                "label":"<script>alert(%d)</script>"}
                                """.formatted(i, i, i)).toList());
        bob.signIn("bob");
        Set<String> labels = new HashSet<>(accounts(bob));
        int pages = 1;
        while (next(bob)) {
            bob.press("Next accounts");
            assertEquals(0, bob.page().getElementsByTagName("script").size());
            bob.page()
                    .getByXPath("//li[@class='card'][dl]/h3")
                    .forEach(heading -> labels.add(((org.htmlunit.html.HtmlElement) heading).getTextContent()));
            pages++;
        }
        assertEquals(5, pages);
        assertEquals(100, labels.size());
        assertTrue(labels.contains("<script>alert(99)</script>"));
    }

    private static boolean next(PagesPerson person) {
        return person.page().getAnchors().stream()
                .map(HtmlAnchor::getTextContent)
                .anyMatch("Next accounts"::equals);
    }

    @Test
    void pages_are_in_german_for_those_who_read_it() {
        alice.prefer("de-AT,de;q=0.9");
        alice.open("/ui/accounts");
        alice.press("Anmelden");
        alice.press("alice");

        alice.sees("Ihre Konten");
        alice.press("Ein Konto bei OmniBridge demo");
        alice.press("Deny");
        alice.sees("Das Konto wurde nicht verbunden");
        assertEquals("de", alice.page().getDocumentElement().getAttribute("lang"));
    }
}
