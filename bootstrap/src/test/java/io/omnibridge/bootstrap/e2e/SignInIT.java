package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People sign in to the pages of the packaged program, at an issuer on loopback. */
class SignInIT {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final HostileAuthorizationServer issuer = HostileAuthorizationServer.start();

    @AfterEach
    void stop() {
        issuer.close();
    }

    private Map<String, String> settings() {
        return Map.of(
                "OMNIBRIDGE_JWT_ISSUER", issuer.issuer(),
                "OMNIBRIDGE_JWKS_URL", issuer.url("/keys").toString(),
                "OMNIBRIDGE_PUBLIC_URL", ProvidersFile.PUBLIC_URL,
                "OMNIBRIDGE_UI_CLIENT_ID", HostileAuthorizationServer.CLIENT_ID,
                "OMNIBRIDGE_UI_CLIENT_SECRET", HostileAuthorizationServer.CLIENT_SECRET);
    }

    @Test
    @Tag("W3")
    @Tag("W6")
    void a_person_signs_in_and_out_and_the_issuer_can_sign_out_too() {
        issuer.lie("name", "Alice Example");
        try (Vault vault = Vault.start(List.of(), settings())) {
            vault.watch("client secret", HostileAuthorizationServer.CLIENT_SECRET);
            PagesBrowser phone = new PagesBrowser(new Browser(vault));
            PagesBrowser laptop = new PagesBrowser(new Browser(vault));
            assertTrue(phone.isSignedOut());

            assertTrue(phone.signIn().contains("Alice Example"));
            laptop.signIn();
            assertEquals("", laptop.signOut());
            assertTrue(laptop.isSignedOut());
            assertTrue(phone.isSignedOut());

            phone.signIn();
            String token = issuer.sign(Map.of(
                    "iss",
                    issuer.issuer(),
                    "aud",
                    HostileAuthorizationServer.CLIENT_ID,
                    "sub",
                    "subject-1",
                    "jti",
                    "token-of-" + Instant.now(),
                    "events",
                    Map.of(EVENT, Map.of())));
            assertEquals(200, logout(vault, token));
            assertTrue(phone.isSignedOut());
            assertEquals(400, logout(vault, token));
        }
    }

    private static int logout(Vault vault, String token) {
        String body = "logout_token=" + token;
        return vault.send("POST /ui/back-channel-logout HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .status();
    }

    @Test
    @Tag("W3")
    void a_start_is_refused_where_each_client_has_other_users() {
        issuer.announce("subject_types_supported", List.of("pairwise"));

        try (Run run = Omnibridge.run(Jdk.running(), required(), "serve")) {
            assertEquals(2, run.exit(), run::err);
            assertTrue(run.err().contains("OMNIBRIDGE_JWT_USER_CLAIM cannot be sub"), run::err);
        }
    }

    private Map<String, String> required() {
        Map<String, String> required = new HashMap<>(settings());
        required.put("OMNIBRIDGE_JWT_AUDIENCE", Vault.AUDIENCE);
        required.put("OMNIBRIDGE_HTTP_PORT", "0");
        return required;
    }

    @Test
    void an_issuer_that_is_away_does_not_hinder_a_start() {
        Map<String, String> settings = settings();
        issuer.close();

        try (Vault vault = Vault.start(List.of(), settings)) {
            assertEquals(200, vault.send(Request.get("/ui/sign-in")).status());
            assertEquals(
                    503,
                    new Browser(vault)
                            .submit(ProvidersFile.PUBLIC_URL + "/ui/sign-in", "")
                            .statusCode());
        }
    }
}
