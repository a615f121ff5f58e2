package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RedisRefusedStartIT extends RefusedStoreContract {

    private static final String URL = "OMNIBRIDGE_REDIS_URL";
    private static final String CLOSED = "redis://127.0.0.1:1";

    RedisRefusedStartIT() {
        super(RedisNodes.onNewServer());
    }

    @Test
    @Tag("S6")
    @Tag("T1")
    void a_server_that_cannot_be_used_is_reported_by_its_setting() {
        String right = String.valueOf(nodes().storeSettings().get(URL));
        assertRefused(
                Map.of(
                        URL,
                        right.replaceFirst(
                                "omnibridge:[^@]*@",
                                "omnibridge:" + RedisNodes.encoded(canary("wrong password")) + "@")),
                "OMNIBRIDGE_REDIS_URL: WRONGPASS: the server refused the user or password in OMNIBRIDGE_REDIS_URL");
        assertRefused(
                Map.of(URL, "redis://:" + RedisNodes.encoded(canary("password")) + "@192.0.2.1"),
                "OMNIBRIDGE_REDIS_URL leads beyond loopback without TLS: use rediss://, or set"
                        + " OMNIBRIDGE_ALLOW_CLEARTEXT=true when something else encrypts");
    }

    @Test
    @Tag("D2")
    void a_start_waits_for_an_unreachable_server_and_then_reports_it() {
        String err = assertRefused(
                Map.of(URL, CLOSED, "OMNIBRIDGE_STORE_START_TIMEOUT", "1s"),
                "OMNIBRIDGE_REDIS_URL: the server cannot be reached: ConnectException: nothing listens at this host and"
                        + " port: check host, port, TLS (redis:// or rediss://) and OMNIBRIDGE_REDIS_CA, and that the server"
                        + " runs");

        assertTrue(err.contains("; waiting for it for up to 1 s"), err);
    }
}
