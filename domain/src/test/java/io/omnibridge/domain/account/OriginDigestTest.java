package io.omnibridge.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OriginDigestTest {

    private static final URI SERVER = URI.create("https://id.example");
    private static final OriginDigest DIGEST = OriginDigest.of(new TokenOrigin("client-1", SERVER));

    @Test
    @Tag("D24")
    void it_tells_clients_and_servers_apart() {
        assertTrue(DIGEST.canBeOf("client-1", Optional.of(SERVER)));
        assertFalse(DIGEST.canBeOf("client-2", Optional.of(SERVER)));
        assertFalse(DIGEST.canBeOf("client-1", Optional.of(URI.create("https://other.example"))));
    }

    @Test
    @Tag("D24")
    void a_server_that_is_not_known_yet_may_be_the_same() {
        assertTrue(DIGEST.canBeOf("client-1", Optional.empty()));
        assertFalse(DIGEST.canBeOf("client-2", Optional.empty()));
    }

    @Test
    @Tag("D24")
    void it_is_the_same_in_every_version() {
        assertEquals(new OriginDigest(6_270_380_776_414_944_119L), DIGEST);
    }
}
