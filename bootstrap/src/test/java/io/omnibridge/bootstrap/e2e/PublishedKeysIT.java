package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** JWTs of an issuer that publishes its keys. */
class PublishedKeysIT {

    @Test
    @Tag("J1")
    void jwts_are_verified_by_the_published_keys() {
        try (Issuer issuer = new Issuer();
                Vault vault = Vault.start(List.of(), Map.of("OMNIBRIDGE_JWKS_URL", issuer.jwksUrl()))) {
            String alice = vault.watch("JWT", issuer.rs256("alice"));
            String same = vault.watch("JWT", issuer.es256("alice"));
            String bob = vault.watch("JWT", issuer.es256("bob"));

            assertEquals(201, vault.send(link(vault).as(alice)).status());
            assertTrue(vault.send(Request.get("/accounts").as(same)).body().contains("\"work\""));
            assertEquals(
                    "{\"accounts\":[],\"next_cursor\":null}",
                    vault.send(Request.get("/accounts").as(bob)).body());
            assertEquals(
                    401,
                    vault.send(Request.get("/accounts").as(vault.token("alice")))
                            .status());
        }
    }

    @Test
    @Tag("J11")
    @Tag("C28")
    void no_token_is_rejected_as_invalid_before_the_first_keys_arrived() {
        String keysUrl;
        String alice;
        try (Issuer issuer = new Issuer()) {
            keysUrl = issuer.jwksUrl();
            alice = issuer.rs256("alice");
        }
        try (Vault vault = Vault.start(List.of(), Map.of("OMNIBRIDGE_JWKS_URL", keysUrl))) {
            RawResponse response = vault.send(Request.get("/accounts").as(vault.watch("JWT", alice)));

            assertEquals(503, response.status());
            assertTrue(response.body().contains("\"keys_unavailable\""), response::body);
            assertEquals(503, vault.send(Request.get("/readyz")).status());
        }
    }

    private static Request link(Vault vault) {
        return Request.post("/accounts/link", vault.linkBody("google", "work", ""));
    }
}
